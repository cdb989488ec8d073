-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- From when on a refund is late: three business days after it was asked for. Null once it is settled, or that it is late is noted. Of
-- refunds from before, five days: never too early, whatever day of the week they were asked for on.
alter table refund add column late_from timestamp(3) with time zone;
update refund set late_from = requested_at + interval '5' day where status in ('REQUESTED', 'REFUSED');
create index refund_by_late_from on refund (late_from);
