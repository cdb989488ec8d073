-- Indexes that hold only what is looked for: the rest of a table neither makes them grow nor is written to them.

-- Held pieces that may yield to another order.
drop index reservation_line_by_sku;
create index reservation_line_held on reservation_line (sku, expires_at, order_number) where status = 'HELD';

drop index notification_unsent;
create index notification_unsent on notification (created_at) where sent_at is null;

-- Cancelled orders whose money is not back.
drop index orders_by_payment;
create index orders_by_payment on orders (payment_status, ordered_at, order_number) where status = 'CANCELLED';

-- Most orders are placed without a key.
alter table orders drop constraint orders_placement_key_key;
create unique index orders_placement_key on orders (placement_key) where placement_key is not null;

-- Nobody asks which orders hold a coupon.
drop index coupon_use_by_code;
