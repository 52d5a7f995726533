-- Gives a schema and all that is in it to an owner. An index, a sequence of a column and a row type follow their table. The schema goes
-- last: who hands it over may not look into it any more.
create procedure pg_temp.hand_over(place oid, new_owner text) language plpgsql as $$
declare
  one record;
begin
  if (select nspowner <> new_owner::regrole from pg_namespace where oid = place) then
    execute format('grant usage, create on schema %I to %I', (select nspname from pg_namespace where oid = place), new_owner);
  end if;
  for one in
    select 1 as turn, format('%s %s', case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, oid::regclass) as what
      from pg_class c
     where relnamespace = place and relkind in ('r', 'p', 'v', 'S') and relowner <> new_owner::regrole
       and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i'))
    union all
    select 1, format('routine %s', oid::regprocedure) from pg_proc where pronamespace = place and proowner <> new_owner::regrole
    union all
    select 2, format('schema %I', nspname) from pg_namespace where oid = place and nspowner <> new_owner::regrole
    order by turn
  loop
    execute format('alter %s owner to %I', one.what, new_owner);
  end loop;
end $$;
