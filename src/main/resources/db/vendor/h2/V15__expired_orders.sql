-- As for PostgreSQL, which can leave out of an index what is not looked for.
create index orders_unpaid on orders (status, payment_status, reservation_expires_at, order_number);
