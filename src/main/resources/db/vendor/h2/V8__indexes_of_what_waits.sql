-- Held pieces that may yield to another order.
drop index reservation_line_by_sku;
create index reservation_line_held on reservation_line (sku, status, expires_at, order_number);
