-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- Follows from the delivery and the windows of the settings.
alter table orders drop column return_until;
