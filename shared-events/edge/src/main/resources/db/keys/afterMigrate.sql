-- Who may do what with the keys, said anew after each start's migrations.
revoke all on all tables in schema keys from brightline_keys;
grant usage on schema keys to brightline_keys, brightline_key_rotation;
grant select, insert, update, delete on all tables in schema keys to brightline_keys;
revoke all on keys.flyway_schema_history from brightline_keys;

-- For backups of the keys, each key wrapped. The database in which one is tried out belongs to who makes it.
do $$
begin
  if current_user <> 'brightline_key_rotation' then
    revoke all on all tables in schema keys from brightline_key_rotation;
    grant select on all tables in schema keys to brightline_key_rotation;
  end if;
end $$;
