-- The database of keys: who may come in, and whose what is in it.
do $$
declare
  owned record;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant create on database %I to brightline_keys_owner', current_database());
  execute format('grant connect on database %I to brightline_migrator, brightline_keys, brightline_key_rotation', current_database());
  revoke all on schema public from public;
  for owned in select n.oid from pg_namespace n where n.nspname = 'keys' loop
    call pg_temp.hand_over(owned.oid, 'brightline_keys_owner');
  end loop;
end $$;
