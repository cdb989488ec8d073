-- What nobody has paid for yet, by the end of its reservation. An order leaves the index with its payment.
create index orders_unpaid on orders (reservation_expires_at, order_number) where status = 'CREATED' and payment_status = 'PENDING';
