-- Who may do what with the read models, said anew after each start's migrations; of the projections' tables, rm.give_rights says it.
revoke all on all tables in schema rm from brightline_projector, brightline_writer, brightline_reader, brightline_door, brightline_backup;
revoke all on all sequences in schema rm from brightline_projector, brightline_writer, brightline_reader, brightline_door, brightline_backup;
revoke execute on all routines in schema rm from public, brightline_projector;
grant usage on schema rm to brightline_projector, brightline_writer, brightline_reader, brightline_door, brightline_backup;

grant select on all tables in schema rm to brightline_projector, brightline_writer, brightline_reader, brightline_backup;
grant select on all sequences in schema rm to brightline_backup;
grant insert, update on rm.read_model, rm.replay, rm.replay_part to brightline_projector;
grant insert on rm.replay_finding, rm.replay_figure, rm.dead_letter_outcome to brightline_projector;
grant insert, delete on rm.left_out_event to brightline_projector;
grant usage on sequence rm.replay_number to brightline_projector;
grant execute on procedure rm.make_tables(text, text), rm.drop_tables(text), rm.show_table(text, text) to brightline_projector;

do $$
declare
  one text;
begin
  for one in select nspname from pg_namespace where rm.is_model(nspname) loop
    execute format('revoke all on all tables in schema %I from brightline_projector, brightline_writer, brightline_reader, brightline_door,'
                   ' brightline_backup', one);
    call rm.give_rights(one);
  end loop;
  -- An earlier release made views that read with their owner's rights.
  for one in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'rm' and c.relkind = 'v' loop
    execute format('alter view rm.%I set (security_invoker = true)', one);
    call rm.give_rights_to_see(one);
  end loop;
end $$;
