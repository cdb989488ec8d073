-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- When an order came into its present state, by the time of the world: nothing that a carrier tells later can be older.
alter table orders add column moved_at timestamp(3) with time zone;
update orders set moved_at = (select max(e.occurred_at) from order_event e
    where e.order_number = orders.order_number and e.to_status is not null);
alter table orders alter column moved_at set not null;
