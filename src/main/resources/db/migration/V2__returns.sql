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

-- Requests of one order are numbered under the lock of its row. The fee is the one that held when it was requested.
create table return_request (
    return_id        varchar(80)  not null primary key,
    request_key      varchar(64)  unique,
    order_number     varchar(64)  not null,
    customer_id      varchar(64)  not null,
    status           varchar(20)  not null,
    reason           varchar(20)  not null,
    customer_comment varchar(500),
    shipping_fee     bigint       not null check (shipping_fee >= 0),
    refund_amount    bigint       not null check (refund_amount >= 0),
    requested_by     varchar(64)  not null,
    requested_at     timestamp(3) with time zone not null,
    decided_by       varchar(64),
    decided_at       timestamp(3) with time zone,
    decision_reason  varchar(500),
    inspected_by     varchar(64),
    inspected_at     timestamp(3) with time zone,
    refunded_at      timestamp(3) with time zone,
    version          bigint       not null
);
create index return_request_by_order on return_request (order_number, requested_at);
create index return_request_by_customer on return_request (customer_id);

-- What was bought, and what had come back before, as it stood when the return was requested.
create table return_item (
    return_id       varchar(80)  not null references return_request,
    line_number     integer      not null,
    sku             varchar(40)  not null,
    name            varchar(200) not null,
    price           bigint       not null check (price >= 0),
    bought          integer      not null check (bought > 0),
    discount        bigint       not null check (discount >= 0),
    returned_before integer      not null check (returned_before >= 0),
    quantity        integer      not null check (quantity > 0),
    accepted        integer      check (accepted >= 0 and accepted <= quantity),
    restock         boolean,
    primary key (return_id, line_number),
    unique (return_id, sku),
    constraint return_item_within_bought check (returned_before + quantity <= bought)
);
