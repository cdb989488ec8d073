-- Runs as it is on H2 and on PostgreSQL, as V1 does.

-- The subject of a token has up to 255 characters (OpenID Connect Core, section 2).
alter table coupon alter column customer_id set data type varchar(255);
alter table orders alter column customer_id set data type varchar(255);
alter table orders alter column cancellation_actor set data type varchar(255);
alter table order_event alter column actor set data type varchar(255);
alter table notification alter column customer_id set data type varchar(255);
alter table return_request alter column customer_id set data type varchar(255);
alter table return_request alter column requested_by set data type varchar(255);
alter table return_request alter column decided_by set data type varchar(255);
alter table return_request alter column inspected_by set data type varchar(255);
alter table case_file alter column decided_by set data type varchar(255);
