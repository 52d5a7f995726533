-- What guards a database, a line for each thing: owners, triggers, functions, rights, policies, sequences, roles. Schemas in which a
-- projection has its tables come and go with replays and hold nothing that is not in the log; so do the views that show them.
with schema as (
  select oid, nspname, nspowner, nspacl from pg_namespace where nspname in ('access', 'command', 'keys', 'log', 'rm')
), relation as (
  select c.*, c.oid::regclass::text as called from pg_class c join schema on schema.oid = c.relnamespace where c.relkind in ('r', 'p', 'S')
), routine as (
  select p.*, p.oid::regprocedure::text as called from pg_proc p join schema on schema.oid = p.pronamespace
)
select 'database ' || datname || ': owner ' || datdba::regrole || ', rights ' || coalesce(datacl::text, '') as line
  from pg_database where datname = current_database()
union all
select 'schema ' || nspname || ': owner ' || nspowner::regrole || ', rights ' || coalesce(nspacl::text, '') from schema
union all
select case relkind when 'S' then 'sequence ' else 'table ' end || called || ': owner ' || relowner::regrole || ', rights '
       || coalesce(relacl::text, '') || ', row security ' || relrowsecurity || ' ' || relforcerowsecurity from relation
union all
select 'column ' || called || '.' || t.attname || ': rights ' || t.attacl::text
  from pg_attribute t join relation on relation.oid = t.attrelid where t.attacl is not null
union all
select 'routine ' || called || ': owner ' || proowner::regrole || ', rights ' || coalesce(proacl::text, '') || ', definer ' || prosecdef
       || ', settings ' || coalesce(proconfig::text, '') || ', text '
       || encode(sha256(convert_to(coalesce(pg_get_function_sqlbody(oid), prosrc), 'UTF8')), 'hex') from routine
union all
select 'trigger ' || t.tgname || ' on ' || called || ': fires ' || t.tgenabled::text || ', ' || pg_get_triggerdef(t.oid)
  from pg_trigger t join relation on relation.oid = t.tgrelid where not t.tgisinternal
union all
select 'policy ' || p.polname || ' on ' || called || ': ' || p.polcmd::text || ' ' || p.polpermissive from pg_policy p join relation on relation.oid = p.polrelid
union all
select 'rule ' || r.rulename || ' on ' || called || ': ' || r.ev_enabled::text from pg_rewrite r join relation on relation.oid = r.ev_class
union all
select 'event trigger ' || evtname || ': ' || evtevent::text || ' ' || evtenabled::text from pg_event_trigger
union all
select 'sequence ' || called || ': increment ' || s.seqincrement || ', cache ' || s.seqcache || ', cycle ' || s.seqcycle
  from pg_sequence s join relation on relation.oid = s.seqrelid
union all
-- The migrations' login is open while a program starts.
select 'role ' || rolname || ': ' || concat_ws(' ', case when rolname <> 'brightline_migrator' then 'login ' || rolcanlogin end,
       'superuser ' || rolsuper, 'roles ' || rolcreaterole, 'databases ' || rolcreatedb, 'replication ' || rolreplication,
       'row security ' || not rolbypassrls)
  from pg_roles where rolname like 'brightline\_%' or rolsuper
union all
select 'role ' || m.member::regrole || ': member of ' || m.roleid::regrole || ', inherits ' || m.inherit_option || ', sets ' || m.set_option
  from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname like 'brightline\_%'
order by 1
