-- Unpaid orders by the end of their reservation, as before, and those whose payment is in progress or declined: few, and gone with the
-- next step, unless their process has not heard of it.
drop index orders_unpaid;
create index orders_before_payment on orders (payment_status, reservation_expires_at, order_number) where status = 'CREATED';

-- Somebody wants, or wanted, them cancelled.
create index orders_to_cancel on orders (status, order_number) where cancellation_reason is not null;
