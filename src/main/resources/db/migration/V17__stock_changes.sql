-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- What was done to the count of pieces of a product, other than for orders: who, when, why, how many, and the count after. Written only
-- while the product's row is locked, and never changed, but that the key of its request is forgotten.
create table stock_change (
    change_id   bigint       generated always as identity primary key,
    sku         varchar(40)  not null references product,
    changed_at  timestamp(3) with time zone not null,
    changed_by  varchar(255) not null,
    reason      varchar(500) not null,
    pieces      bigint       not null check (pieces <> 0),
    count_after bigint       not null check (count_after >= 0),
    request_key varchar(64)  unique
);
create index stock_change_by_sku on stock_change (sku, changed_at, change_id);
