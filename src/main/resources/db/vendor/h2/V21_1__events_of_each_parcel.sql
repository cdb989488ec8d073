-- As for PostgreSQL, by a column, since H2 has no indexes of expressions; the constraint of V1 has a name of H2's own.
alter table carrier_event add column about varchar(100) generated always as (coalesce(tracking_number, order_number, ''));
execute immediate 'alter table carrier_event drop constraint ' || (select '"' || constraint_name || '"'
    from information_schema.table_constraints where lower(table_name) = 'carrier_event' and constraint_type = 'UNIQUE');
create unique index carrier_event_known on carrier_event (carrier, event_id, about);
