-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- Every user id that was ever given. Rows stay when their users go.
create table given_user_id (
    user_id varchar(64) not null primary key
);
