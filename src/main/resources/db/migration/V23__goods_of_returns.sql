-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- When the goods of a return were back, so that a process begun again does not wait for them a second time.
alter table return_request add column received_at timestamp(3) with time zone;
