-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- What the carrier told last of those things that do not fit what the parcel is, so that each counts once, and since when its goods are
-- back with us by the carrier's account.
alter table shipment add column contradicted_by varchar(30);
alter table shipment add column back_at timestamp(3) with time zone;
