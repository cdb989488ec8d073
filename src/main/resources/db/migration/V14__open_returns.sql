-- Open returns are looked through in the order of their ids, for one that has lost its process.
create index return_request_by_status on return_request (status, return_id);
