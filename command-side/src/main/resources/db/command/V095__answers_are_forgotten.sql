create function command.forget_answers(at_most integer) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  forgotten integer;
begin
  delete from command.idempotency where (actor, key) in (
    select actor, key from command.idempotency
     where created_at < clock_timestamp() - interval '30 days'
     order by created_at limit at_most);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
comment on function command.forget_answers(integer) is 'Removes answers given more than 30 days ago, the oldest first: the one way in which an answer goes.';
