-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- Pieces of a confirmed line that came back, restocked or not.
alter table reservation_line add column returned bigint default 0 not null;
alter table reservation_line add constraint reservation_line_returned check (returned >= 0 and returned <= quantity);

-- What came back under which reference, so that it is counted once. Only written while the products' rows are locked.
create table taken_back (
    reference    varchar(80) not null,
    sku          varchar(40) not null references product,
    order_number varchar(64) not null,
    quantity     bigint      not null check (quantity > 0),
    restocked    boolean     not null,
    primary key (reference, sku)
);
