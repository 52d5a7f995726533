-- Tables and views of projections are made while the program runs, by a login that owns nothing: through these functions, whose owner
-- owns read models alone and cannot sign in. So grants are the same before and after a replay's switch.
create function rm.is_model(place text) returns boolean language sql immutable set search_path = pg_catalog
  return place ~ '^rm_[a-z]+_[vr][0-9]+$';

create procedure rm.make_tables(place text, definition text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) then
    raise exception 'no schema of a read model is called so';
  end if;
  execute format('create schema %I', place);
  execute definition;
  execute format('grant usage on schema %I to brightline_projector, brightline_writer, brightline_reader, brightline_door,'
                 ' brightline_backup', place);
  execute format('grant select, insert, update, delete on all tables in schema %I to brightline_projector', place);
  execute format('grant usage on all sequences in schema %I to brightline_projector', place);
  execute format('grant select on all tables in schema %I to brightline_writer, brightline_reader, brightline_backup', place);
end $$;
comment on procedure rm.make_tables(text, text) is 'Makes the empty tables of a projection in a new schema. The definition runs as the owner of read models, who may touch nothing else; it may give rights to more than those who read all of them.';

create procedure rm.drop_tables(place text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) then
    raise exception 'no schema of a read model is called so';
  end if;
  execute format('drop schema if exists %I cascade', place);
end $$;
comment on procedure rm.drop_tables(text) is 'Removes a projection''s tables, and the views that show them.';

create procedure rm.show_table(shown text, place text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) then
    raise exception 'no schema of a read model is called so';
  end if;
  execute format('drop view if exists rm.%I', shown);
  -- Whoever reads the view reads the table by rights of their own.
  execute format('create view rm.%I with (security_invoker = true) as select * from %I.%I', shown, place, shown);
  execute format('grant select on rm.%I to brightline_projector, brightline_writer, brightline_reader, brightline_backup', shown);
  if has_table_privilege('brightline_door', format('%I.%I', place, shown), 'select') then
    execute format('grant select on rm.%I to brightline_door', shown);
  end if;
end $$;
comment on procedure rm.show_table(text, text) is 'Lets the view of that name show the table of the same name in a schema.';
