create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was shown to whom is only added to';
end $$;

create trigger refuse_change before update or delete or truncate on read_audit
  for each statement execute function refuse_change();
alter table read_audit enable always trigger refuse_change;
