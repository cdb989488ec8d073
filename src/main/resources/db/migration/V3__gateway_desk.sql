-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- A charge is also where its payment waits to be asked about at the gateway: from next_try_at on (null: nothing to ask), by the
-- one who has claimed it. A claim that is over means that its holder is gone.
alter table charge add column next_try_at timestamp(3) with time zone;
alter table charge add column claimed_until timestamp(3) with time zone;
-- After how many tries a person must look into it.
alter table charge add column give_up_after integer default 6 not null;
-- A new round of tries after a definite no begins under a new idempotency key.
alter table charge add column round integer default 1 not null;
alter table charge add column refused boolean default false not null;
alter table charge add column reported boolean default false not null;
create index charge_by_next_try on charge (next_try_at);

alter table refund add column give_up_after integer default 6 not null;
alter table refund add column round integer default 1 not null;
alter table refund add column refused boolean default false not null;

-- What an earlier version left half done is taken up again. A charge that was stored for an order whose coupon was then refused was
-- never asked for, and must not be.
delete from charge where status = 'REQUESTED'
    and order_number in (select order_number from orders where status = 'CANCELLED');
update charge set next_try_at = requested_at where status = 'REQUESTED';
update charge set next_try_at = requested_at
    where order_number in (select order_number from refund where status = 'REQUESTED');
