-- Of an instance's executions only the first has a business key. Which process it is of belongs to the question: an order, its returns
-- and its cases have the same one.
drop index if exists act_idx_exec_buskey;
create index act_ru_execution_by_business_key on act_ru_execution (business_key_, proc_def_key_) where business_key_ is not null;

-- There are no tenants.
drop index if exists act_idx_exec_tenant_id;
