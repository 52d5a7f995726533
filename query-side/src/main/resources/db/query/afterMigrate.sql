-- Who may do what with the read models, said anew after each start's migrations. Those of the projections: see rm.make_tables.
revoke execute on all routines in schema rm from public;
grant usage on schema rm to brightline_projector, brightline_writer, brightline_reader, brightline_door, brightline_backup;

grant select on all tables in schema rm to brightline_projector, brightline_writer, brightline_reader, brightline_backup;
grant select on all sequences in schema rm to brightline_backup;
grant insert, update on rm.read_model, rm.replay, rm.replay_part to brightline_projector;
grant insert on rm.replay_finding, rm.replay_figure, rm.dead_letter_outcome to brightline_projector;
grant insert, delete on rm.left_out_event to brightline_projector;
grant usage on sequence rm.replay_number to brightline_projector;
grant execute on all routines in schema rm to brightline_projector;

-- Tables that an earlier release made, before there were roles.
do $$
declare
  place text;
begin
  for place in select nspname from pg_namespace where rm.is_model(nspname) loop
    execute format('grant usage on schema %I to brightline_projector, brightline_writer, brightline_reader, brightline_backup', place);
    execute format('grant select, insert, update, delete on all tables in schema %I to brightline_projector', place);
    execute format('grant select on all tables in schema %I to brightline_writer, brightline_reader, brightline_backup', place);
  end loop;
  for place in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'rm' and c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
  loop
    execute format('alter view rm.%I set (security_invoker = true)', place);
  end loop;
end $$;
