-- The day whose orders are numbered, and the number of the sequence that its first order had. One row, for the strategy "sequence".
create table order_number_day (
    order_date   date   not null,
    first_number bigint not null
);
insert into order_number_day (order_date, first_number) values ('1970-01-01', 1);
