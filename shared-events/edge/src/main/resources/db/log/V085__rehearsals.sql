create table log.rehearsal (
  transaction_id xid8 not null,
  constraint rehearsal_pk primary key (transaction_id)
);
comment on table log.rehearsal is 'Always empty for everybody but a transaction that never commits: what it appends is no event, and nobody waits for it to end.';

create function log.never_commit() returns trigger language plpgsql as $$
begin
  raise exception 'a rehearsal is never committed';
end $$;

-- At the end of the transaction and not before: so the database itself holds what the fence relies on.
create constraint trigger rehearsal_is_never_committed after insert on log.rehearsal
  deferrable initially deferred for each row execute function log.never_commit();
alter table log.rehearsal enable always trigger rehearsal_is_never_committed;
