-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- What a carrier elsewhere is to be asked: to book a parcel, and to stop or recall it. Stored before it is asked; waits to be asked from
-- next_try_at on (null: nothing to ask), by the one who has claimed it. A carrier that answers at once leaves no row here.
create table booking (
    reference     varchar(80) not null primary key,
    order_number  varchar(64) not null,
    attempt       integer     not null check (attempt > 0),
    state         varchar(20) not null,
    tries         integer     not null,
    give_up_after integer     not null,
    round         integer     not null,
    refused       boolean     not null,
    last_answer   varchar(500),
    reported      boolean     not null,
    requested_at  timestamp(3) with time zone not null,
    settled_at    timestamp(3) with time zone,
    next_try_at   timestamp(3) with time zone,
    claimed_until timestamp(3) with time zone,
    version       bigint      not null,
    unique (order_number, attempt)
);
create index booking_by_next_try on booking (next_try_at);
