-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- A customer never has more unpaid than this says: placing an order adds to it and holds the row until it commits; what is
-- paid, cancelled or expired since is found out by counting the orders themselves, when a limit seems to be reached.
create table unpaid_tally (
    customer_id varchar(255) not null primary key,
    orders      bigint       not null check (orders >= 0),
    pieces      bigint       not null check (pieces >= 0)
);
