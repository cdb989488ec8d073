-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- What a person must look into. The open key keeps two open cases from being about the same; it is null once closed.
create sequence case_number_sequence start with 1 increment by 1;
create table case_file (
    case_number  bigint        not null primary key,
    kind         varchar(30)   not null,
    reference    varchar(200)  not null,
    order_number varchar(64),
    finding      varchar(1000) not null,
    numbers      varchar(500)  not null,
    open_key     varchar(240)  unique,
    state        varchar(10)   not null,
    outcome      varchar(20),
    decided_by   varchar(64),
    note         varchar(1000),
    found_at     timestamp(3) with time zone not null,
    closed_at    timestamp(3) with time zone,
    version      bigint        not null
);
create index case_file_by_subject on case_file (kind, reference, case_number);
create index case_file_by_state on case_file (state, case_number);

-- Cancelled orders whose money is not back are few among many.
create index orders_by_payment on orders (status, payment_status, ordered_at, order_number);

-- Comparisons of our ledger with the gateway's books. A day's nightly one is done by whoever writes its row.
create sequence reconciliation_sequence start with 1 increment by 1;
create table reconciliation (
    reconciliation_id bigint       not null primary key,
    first_day         date         not null,
    last_day          date         not null,
    nightly_of        date         unique,
    gateway           varchar(40)  not null,
    started_at        timestamp(3) with time zone not null,
    finished_at       timestamp(3) with time zone,
    compared          boolean      not null,
    payments          integer      not null,
    movements         integer      not null,
    differences       integer      not null,
    failure           varchar(500),
    version           bigint       not null
);
