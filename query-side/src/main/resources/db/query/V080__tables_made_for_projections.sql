-- Tables and views of projections are made while the program runs, by a login that owns nothing: through these procedures, whose owner
-- owns read models alone and cannot sign in. So rights are the same before and after a replay's switch. What is made is what the start
-- of the program has laid down, not what the caller says: its statements would run as the owner.
create table rm.projection_definition (
  projection text not null,
  definition text not null,
  constraint projection_definition_pk primary key (projection)
);
comment on table rm.projection_definition is 'The statements that make each projection''s tables, in a schema called $rm; laid down by each start.';

create function rm.is_model(place text) returns boolean language sql immutable set search_path = pg_catalog
  return place ~ '^rm_[a-z]+_[vr][0-9]+$';

create procedure rm.give_rights(place text) language plpgsql set search_path = pg_catalog as $$
begin
  execute format('grant usage on schema %I to brightline_projector, brightline_writer, brightline_reader, brightline_door,'
                 ' brightline_backup', place);
  execute format('grant select, insert, update, delete on all tables in schema %I to brightline_projector', place);
  execute format('grant usage on all sequences in schema %I to brightline_projector', place);
  execute format('grant select on all tables in schema %I to brightline_writer, brightline_reader, brightline_backup', place);
  -- The agency's name stands on the page on which people sign in.
  if to_regclass(format('%I.agency_entry', place)) is not null then
    execute format('grant select on %I.agency_entry to brightline_door', place);
  end if;
end $$;

create procedure rm.give_rights_to_see(shown text) language plpgsql set search_path = pg_catalog as $$
begin
  execute format('grant select on rm.%I to brightline_projector, brightline_writer, brightline_reader, brightline_backup', shown);
  if shown = 'agency_entry' then
    execute format('grant select on rm.%I to brightline_door', shown);
  end if;
end $$;

create procedure rm.make_tables(made text, place text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) then
    raise exception 'no schema of a read model is called so';
  end if;
  execute format('create schema %I', place);
  execute (select replace(definition, '$rm', place) from rm.projection_definition where projection = made);
  call rm.give_rights(place);
end $$;
comment on procedure rm.make_tables(text, text) is 'Makes the empty tables of a projection in a new schema.';

create procedure rm.drop_tables(place text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) or exists (select from rm.read_model where live_schema = place) then
    raise exception 'no schema of a read model that is out of use is called so';
  end if;
  execute format('drop schema if exists %I cascade', place);
end $$;
comment on procedure rm.drop_tables(text) is 'Removes a projection''s tables that no view shows.';

create procedure rm.show_table(shown text, place text) language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not rm.is_model(place) then
    raise exception 'no schema of a read model is called so';
  end if;
  execute format('drop view if exists rm.%I', shown);
  -- Whoever reads the view reads the table by rights of their own.
  execute format('create view rm.%I with (security_invoker = true) as select * from %I.%I', shown, place, shown);
  call rm.give_rights_to_see(shown);
end $$;
comment on procedure rm.show_table(text, text) is 'Lets the view of that name show the table of the same name in a schema.';
