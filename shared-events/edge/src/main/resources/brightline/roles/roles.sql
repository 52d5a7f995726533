-- Makes the roles of both databases, or leaves those that are there, and gives each what belongs to the server as a whole. Run at each
-- start by whoever set the server up. No role that signs in owns anything: owners cannot sign in.
do $$
declare
  wanted record;
begin
  perform pg_advisory_xact_lock(hashtext('brightline.roles'));
  for wanted in
    select * from (values
      ('brightline_owner',        'nologin nocreatedb'),
      ('brightline_models',       'nologin nocreatedb'),
      ('brightline_keys_owner',   'nologin nocreatedb'),
      ('brightline_migrator',     'noinherit nocreatedb'),
      ('brightline_writer',       'nocreatedb'),
      ('brightline_projector',    'nocreatedb'),
      ('brightline_reader',       'nocreatedb'),
      ('brightline_door',         'nocreatedb'),
      ('brightline_backup',       'nocreatedb'),
      ('brightline_keys',         'nocreatedb'),
      ('brightline_key_rotation', 'createdb')) as of_brightline (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;
  for wanted in select rolname as name from pg_roles where rolname in ('brightline_owner', 'brightline_models', 'brightline_keys_owner') loop
    if not pg_has_role(current_user, wanted.name, 'set') then
      execute format('grant %I to %I with inherit false, set true', wanted.name, current_user);
    end if;
    execute format('grant %I to brightline_migrator with inherit false, set true', wanted.name);
  end loop;
  if exists (select from pg_roles where rolname like 'brightline\_%' and rolname <> current_user
                and (rolsuper or rolcreaterole or rolreplication or rolbypassrls)) then
    raise exception 'a role of Brightline''s has rights over the whole server: take them from it' using errcode = '0LP01';
  end if;
  -- The fence names whose transaction holds it up, and a backup waits for the fence.
  if exists (select from pg_roles where rolname = current_user and rolsuper)
     or exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                 where r.rolname = 'pg_read_all_stats' and m.member = current_user::regrole and m.admin_option) then
    grant pg_read_all_stats to brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
  end if;
end $$;
