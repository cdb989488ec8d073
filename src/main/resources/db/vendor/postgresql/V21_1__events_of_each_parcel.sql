-- Some carriers count the events of each parcel, and give no name: what an event is about is a part of what makes it known.
alter table carrier_event drop constraint carrier_event_carrier_event_id_key;
create unique index carrier_event_known on carrier_event (carrier, event_id, coalesce(tracking_number, order_number, ''));
