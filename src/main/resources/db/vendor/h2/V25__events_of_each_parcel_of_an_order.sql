-- As for PostgreSQL, by a column.
alter table carrier_event add column about_when timestamp(3) with time zone generated always as (
    case when tracking_number is null then occurred_at else timestamp with time zone '1970-01-01 00:00:00+00' end);
drop index carrier_event_known;
create unique index carrier_event_known on carrier_event (carrier, event_id, about, about_when);
