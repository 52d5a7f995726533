-- The database of events: who may come in, and whose what is in it. What an earlier release owned by its own login is handed over.
do $$
declare
  owned record;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant create on database %I to brightline_owner, brightline_models', current_database());
  execute format('grant connect on database %I to brightline_migrator, brightline_writer, brightline_projector, brightline_reader,'
                 ' brightline_door, brightline_backup', current_database());
  revoke all on schema public from public;
  for owned in
    select n.oid, n.nspname as name, case when n.nspname like 'rm%' then 'brightline_models' else 'brightline_owner' end as owner
      from pg_namespace n
     where n.nspname in ('log', 'command', 'access') or n.nspname ~ '^rm(_[a-z]+_[vr][0-9]+)?$'
  loop
    call pg_temp.hand_over(owned.oid, owned.owner);
  end loop;
end $$;
