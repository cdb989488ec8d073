-- Some carriers count the events of each parcel and name the order only: of two parcels of one order, the time tells them apart.
drop index carrier_event_known;
create unique index carrier_event_known on carrier_event (carrier, event_id, coalesce(tracking_number, order_number, ''),
    (case when tracking_number is null then occurred_at else timestamptz '1970-01-01 00:00:00+00' end));
