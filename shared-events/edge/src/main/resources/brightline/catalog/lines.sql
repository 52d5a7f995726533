-- What guards a database, a line for each thing: owners, triggers, functions, rights, policies, sequences, roles. Schemas in which a
-- projection has its tables come and go with replays and hold nothing that is not in the log; so do the views that show them.
with schema as (
  select oid, nspname, nspowner, nspacl from pg_namespace
   where nspname !~ '^pg_' and nspname !~ '^rm_[a-z]+_[vr][0-9]+$' and nspname <> 'information_schema'
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
select 'policy ' || p.polname || ' on ' || called || ': ' || p.polcmd::text || ' ' || p.polpermissive || ', using '
       || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ', check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') from pg_policy p join relation on relation.oid = p.polrelid
union all
select 'constraint ' || k.conname || ' on ' || called || ': ' || pg_get_constraintdef(k.oid) || ', checked ' || k.convalidated
  from pg_constraint k join relation on relation.oid = k.conrelid
union all
select 'index ' || i.indexrelid::regclass || ': ' || pg_get_indexdef(i.indexrelid) || ', valid ' || i.indisvalid
  from pg_index i join relation on relation.oid = i.indrelid
union all
select 'default of ' || called || '.' || t.attname || ': ' || pg_get_expr(d.adbin, d.adrelid)
  from pg_attrdef d join relation on relation.oid = d.adrelid join pg_attribute t on t.attrelid = d.adrelid and t.attnum = d.adnum
union all
select 'setting of ' || coalesce(nullif(setrole, 0)::regrole::text, 'all') || ': ' || setconfig::text from pg_db_role_setting
union all
select 'rule ' || r.rulename || ' on ' || called || ': ' || r.ev_enabled::text || ' ' || pg_get_ruledef(r.oid) from pg_rewrite r join relation on relation.oid = r.ev_class
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
  from pg_roles where rolname like 'brightline\_%' or rolsuper or rolbypassrls or rolreplication
union all
select 'role ' || m.member::regrole || ': member of ' || m.roleid::regrole || ', inherits ' || m.inherit_option || ', sets ' || m.set_option
  from pg_auth_members m join pg_roles member on member.oid = m.member join pg_roles granted on granted.oid = m.roleid
 where (member.rolname like 'brightline\_%' or granted.rolname like 'brightline\_%') and granted.rolname <> 'pg_read_all_stats'
order by 1
