-- An order leaves some thirty rows in ACT_HI_ACTINST, and the engine keeps eleven indexes of that table: they were two thirds of
-- all that an order wrote to the log. What is asked for here is one instance's history, or what began in some time.
-- The engine asks for nothing else itself: its clean-up deletes by instance.

-- Columns that are never filled: there are no tenants, and no removal times.
drop index if exists act_idx_hi_act_inst_tenant_id;
drop index if exists act_idx_hi_act_inst_rm_time;
drop index if exists act_idx_hi_pro_inst_tenant_id;
drop index if exists act_idx_hi_pro_inst_rm_time;

-- Columns of which each value stands for a large part of the table, or for the same rows as the instance does.
drop index if exists act_idx_hi_act_inst_proc_def_key;
drop index if exists act_idx_hi_pro_inst_proc_def_key;
drop index if exists act_idx_hi_act_inst_stats;
drop index if exists act_idx_hi_act_inst_comp;
drop index if exists act_idx_hi_actinst_root_pi;

-- Times: a row's end changes, and with an index of it the whole row with all its indexes would be written anew.
drop index if exists act_idx_hi_act_inst_end;
drop index if exists act_idx_hi_ai_pdefid_end_time;
drop index if exists act_idx_hi_act_inst_start_end;
create index act_hi_actinst_by_start on act_hi_actinst using brin (start_time_) with (autosummarize = on);

-- Room in each page for the ends of its rows.
alter table act_hi_actinst set (fillfactor = 80);
