-- Runs as it is on H2 and on PostgreSQL. Money is whole won. The engine makes its own ACT_ tables beside these.

create table product (
    sku       varchar(40)  not null primary key,
    name      varchar(200) not null,
    price     bigint       not null check (price >= 0),
    on_hand   bigint       not null check (on_hand >= 0),
    reserved  bigint       not null check (reserved >= 0),
    constraint product_never_oversold check (reserved <= on_hand)
);

-- One row per line an order holds or held. Only changed while the product's row is locked.
create table reservation_line (
    order_number varchar(64) not null,
    sku          varchar(40) not null references product,
    quantity     bigint      not null check (quantity > 0),
    status       varchar(20) not null,
    expires_at   timestamp(3) with time zone not null,
    primary key (order_number, sku)
);
create index reservation_line_by_sku on reservation_line (sku, status);

create table coupon (
    code           varchar(40) not null primary key,
    discount_type  varchar(10) not null,
    discount_value bigint      not null check (discount_value > 0),
    minimum_amount bigint      not null check (minimum_amount >= 0),
    max_uses       bigint      not null check (max_uses >= 0),
    used           bigint      not null check (used >= 0),
    valid_from     timestamp(3) with time zone,
    valid_to       timestamp(3) with time zone,
    customer_id    varchar(64)
);

-- One row per order that holds a coupon; restoring the coupon removes it.
create table coupon_use (
    order_number varchar(64) not null primary key,
    code         varchar(40) not null references coupon,
    used_at      timestamp(3) with time zone not null
);
create index coupon_use_by_code on coupon_use (code);

create table orders (
    order_number            varchar(64)  not null primary key,
    placement_key           varchar(64)  unique,
    customer_id             varchar(64)  not null,
    locale                  varchar(2)   not null,
    status                  varchar(20)  not null,
    reason                  varchar(30),
    recipient               varchar(100) not null,
    phone                   varchar(30)  not null,
    line1                   varchar(200) not null,
    line2                   varchar(200),
    city                    varchar(100) not null,
    postal_code             varchar(20)  not null,
    country                 varchar(2)   not null,
    coupon_code             varchar(40),
    total_amount            bigint       not null check (total_amount >= 0),
    discount_amount         bigint       not null check (discount_amount >= 0),
    payment_amount          bigint       not null check (payment_amount >= 0),
    refunded_amount         bigint       not null check (refunded_amount >= 0 and refunded_amount <= payment_amount),
    payment_status          varchar(20)  not null,
    payment_key             varchar(200),
    payment_method          varchar(40),
    decline_code            varchar(100),
    carrier                 varchar(40),
    tracking_number         varchar(100),
    shipment_status         varchar(30),
    shipment_attempt        integer,
    cancellation_reason     varchar(30),
    cancellation_actor      varchar(64),
    cancellation_comment    varchar(500),
    reservation_expires_at  timestamp(3) with time zone not null,
    ordered_at              timestamp(3) with time zone not null,
    paid_at                 timestamp(3) with time zone,
    shipped_at              timestamp(3) with time zone,
    completed_at            timestamp(3) with time zone,
    cancelled_at            timestamp(3) with time zone,
    refunded_at             timestamp(3) with time zone,
    return_until            timestamp(3) with time zone,
    event_count             integer      not null,
    version                 bigint       not null
);
create index orders_by_customer on orders (customer_id, ordered_at desc, order_number desc);
create index orders_by_time on orders (ordered_at desc, order_number desc);
create index orders_by_status on orders (status, ordered_at desc, order_number desc);

create table order_line (
    order_number      varchar(64)  not null references orders,
    line_number       integer      not null,
    sku               varchar(40)  not null,
    name              varchar(200) not null,
    price             bigint       not null check (price >= 0),
    quantity          integer      not null check (quantity > 0),
    discount          bigint       not null check (discount >= 0),
    returned_quantity integer      not null check (returned_quantity >= 0 and returned_quantity <= quantity),
    primary key (order_number, line_number)
);

create table order_event (
    order_number varchar(64)  not null references orders,
    sequence     integer      not null,
    type         varchar(40)  not null,
    from_status  varchar(20),
    to_status    varchar(20),
    reason       varchar(30),
    actor        varchar(64)  not null,
    occurred_at  timestamp(3) with time zone not null,
    data         varchar(16000),
    primary key (order_number, sequence)
);

create sequence order_number_sequence start with 1 increment by 1;

-- The intent to charge, committed before the gateway is called.
create table charge (
    order_number    varchar(64)  not null primary key,
    payment_key     varchar(200) not null,
    amount          bigint       not null check (amount >= 0),
    method          varchar(40),
    idempotency_key varchar(300) not null unique,
    status          varchar(20)  not null,
    tries           integer      not null,
    decline_code    varchar(100),
    last_answer     varchar(500),
    refunded_amount bigint       not null check (refunded_amount >= 0 and refunded_amount <= amount),
    requested_at    timestamp(3) with time zone not null,
    settled_at      timestamp(3) with time zone,
    version         bigint       not null
);

-- The intent to refund, committed before the gateway is called.
create table refund (
    refund_id       varchar(80)  not null primary key,
    order_number    varchar(64)  not null references charge,
    amount          bigint       not null check (amount > 0),
    idempotency_key varchar(300) not null unique,
    status          varchar(20)  not null,
    tries           integer      not null,
    last_answer     varchar(500),
    reference       varchar(200),
    requested_at    timestamp(3) with time zone not null,
    settled_at      timestamp(3) with time zone,
    version         bigint       not null
);
create index refund_by_order on refund (order_number);

-- The reference (order number and attempt) is what the carrier knows a booking by. Changed only while the row is locked.
create table shipment (
    reference       varchar(80)  not null primary key,
    order_number    varchar(64)  not null,
    attempt         integer      not null check (attempt > 0),
    carrier         varchar(40)  not null,
    tracking_number varchar(100) not null unique,
    status          varchar(30)  not null,
    status_detail   varchar(500),
    last_event_at   timestamp(3) with time zone,
    booked_at       timestamp(3) with time zone not null,
    next_step_at    timestamp(3) with time zone,
    version         bigint       not null,
    unique (order_number, attempt)
);
create index shipment_by_next_step on shipment (next_step_at);

-- What carriers told us: stored first, applied once.
create table carrier_event (
    webhook_id      varchar(255) not null primary key,
    carrier         varchar(100) not null,
    event_id        varchar(255),
    type            varchar(100) not null,
    tracking_number varchar(100),
    order_number    varchar(64),
    status_detail   varchar(500),
    occurred_at     timestamp(3) with time zone not null,
    received_at     timestamp(3) with time zone not null,
    outcome         varchar(20)  not null,
    tries           integer      not null,
    next_try_at     timestamp(3) with time zone,
    version         bigint       not null,
    unique (carrier, event_id)
);
create index carrier_event_pending on carrier_event (outcome, next_try_at);
create index carrier_event_by_order on carrier_event (order_number);
create index carrier_event_by_tracking_number on carrier_event (tracking_number);

create table notification (
    order_number varchar(64)   not null,
    topic        varchar(60)   not null,
    occasion     integer       not null,
    customer_id  varchar(64)   not null,
    locale       varchar(2)    not null,
    subject      varchar(300)  not null,
    body         varchar(4000) not null,
    created_at   timestamp(3) with time zone not null,
    sent_at      timestamp(3) with time zone,
    primary key (order_number, topic, occasion)
);
create index notification_unsent on notification (sent_at, created_at);

create table idempotency_record (
    id            varchar(64)   not null primary key,
    request_hash  varchar(64)   not null,
    state         varchar(12)   not null,
    holder        varchar(36)   not null,
    status_code   integer,
    content_type  varchar(200),
    location      varchar(1000),
    etag          varchar(200),
    body          text,
    locked_until  timestamp(3) with time zone not null,
    expires_at    timestamp(3) with time zone not null
);
create index idempotency_record_expiry on idempotency_record (expires_at);
