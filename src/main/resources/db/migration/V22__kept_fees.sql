-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- What was kept back from the refund of a return, which has the return's id, even where nothing was left to refund. An order that is
-- called off afterwards gets everything back, its fees too.
create table kept_fee (
    refund_id     varchar(80) not null primary key,
    order_number  varchar(64) not null references charge,
    amount        bigint      not null check (amount > 0),
    kept_at       timestamp(3) with time zone not null,
    given_back_at timestamp(3) with time zone,
    version       bigint      not null
);
create index kept_fee_by_order on kept_fee (order_number);
