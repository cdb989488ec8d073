-- What is due, or waits, is little of what there is: these indexes hold nothing else, and are not written to by what is settled at once.

drop index charge_by_next_try;
create index charge_by_next_try on charge (next_try_at) where next_try_at is not null;

drop index booking_by_next_try;
create index booking_by_next_try on booking (next_try_at) where next_try_at is not null;

drop index shipment_by_next_step;
create index shipment_by_next_step on shipment (next_step_at) where next_step_at is not null;

drop index carrier_event_by_next_try;
create index carrier_event_by_next_try on carrier_event (next_try_at) where next_try_at is not null;

drop index carrier_event_by_shipment;
create index carrier_event_by_shipment on carrier_event (waits_for) where waits_for is not null;
