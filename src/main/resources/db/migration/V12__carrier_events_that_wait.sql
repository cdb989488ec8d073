-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- By what an event is found while it waits for its shipment: the order it names, else the parcel. Null once it is applied or ignored,
-- as the time of its next try is, so that neither index has to tell few rows from many by their outcome.
alter table carrier_event add column waits_for varchar(100);
update carrier_event set waits_for = coalesce(order_number, tracking_number) where outcome in ('PENDING', 'UNKNOWN');
drop index carrier_event_pending;
drop index carrier_event_by_order;
drop index carrier_event_by_tracking_number;
create index carrier_event_by_next_try on carrier_event (next_try_at);
create index carrier_event_by_shipment on carrier_event (waits_for);
