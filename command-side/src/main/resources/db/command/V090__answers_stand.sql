-- An answer is written by the transaction that took its key, which nobody else sees before; from then on it stands, and goes once it
-- is older than a retry may be. Who could change it could make a retry record twice, or deny what was answered.
create function command.refuse_other_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.answer is null and new.answer is not null
     and (new.actor, new.key, new.body_mac, new.mac_version, new.created_at)
         is not distinct from (old.actor, old.key, old.body_mac, old.mac_version, old.created_at) then
    return new;
  end if;
  if tg_op = 'DELETE' and old.created_at < clock_timestamp() - interval '30 days' then
    return old;
  end if;
  raise exception 'an answer that was given stands for 30 days';
end $$;

create trigger refuse_change before update or delete on command.idempotency
  for each row execute function command.refuse_other_answer();
alter table command.idempotency enable always trigger refuse_change;

create trigger refuse_emptying before truncate on command.idempotency
  for each statement execute function command.refuse_other_answer();
alter table command.idempotency enable always trigger refuse_emptying;
