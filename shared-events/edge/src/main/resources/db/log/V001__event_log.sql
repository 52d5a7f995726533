create schema if not exists log;

create table log.domain_event_entry (
  global_index         bigint       not null,
  recorded_at          timestamptz  not null,
  event_identifier     text         not null,
  aggregate_identifier text         not null,
  sequence_number      bigint       not null,
  type                 text,
  time_stamp           text         not null,
  payload_type         text         not null,
  payload_revision     text,
  payload              bytea        not null,
  meta_data            bytea        not null,
  constraint domain_event_entry_pk primary key (global_index),
  constraint one_event_per_identifier unique (event_identifier),
  constraint one_event_per_place_in_stream unique (aggregate_identifier, sequence_number)
);
comment on table log.domain_event_entry is 'The event log. Rows are added, never changed or removed.';
comment on column log.domain_event_entry.global_index is 'The one total order; holes are normal.';
comment on column log.domain_event_entry.recorded_at is 'Database time at append, or simulated time in a simulation.';
comment on column log.domain_event_entry.time_stamp is 'The message time of the writer. Decides nothing.';
comment on column log.domain_event_entry.payload_type is 'The logical name, for example interaction.student-arrested.';
comment on column log.domain_event_entry.payload is 'JSON exactly as written. Personal parts stand in log.event_secret.';

-- "As known on" asks for the last index recorded up to a moment.
create index domain_event_entry_recorded_at on log.domain_event_entry (recorded_at, global_index);

create table log.recorded_time (
  only_row boolean primary key default true check (only_row),
  mode     text not null check (mode in ('REAL', 'SIMULATION'))
);
comment on table log.recorded_time is 'What recorded_at is taken from: chosen when the database is created, shown on every page.';
insert into log.recorded_time (mode) values ('REAL');

-- Never setval, never an increment or cache other than 1: the fence counts on indexes handed out one by one.
create sequence log.event_index cache 1;

create function log.stamp_event() returns trigger language plpgsql as $$
declare
  simulated text := current_setting('brightline.simulated_now', true);
begin
  perform pg_current_xact_id();                    -- the transaction id first ...
  new.global_index := nextval('log.event_index');  -- ... then the index: the fence relies on this order
  new.recorded_at := clock_timestamp();
  if coalesce(simulated, '') <> '' then
    if not exists (select from log.recorded_time where mode = 'SIMULATION') then
      raise exception 'recorded_at of this database is real time';
    end if;
    -- As in life, one after the other: the time since the transaction began goes on.
    new.recorded_at := simulated::timestamptz + (clock_timestamp() - now());
  end if;
  return new;
end $$;

create trigger stamp_event before insert on log.domain_event_entry
  for each row execute function log.stamp_event();
alter table log.domain_event_entry enable always trigger stamp_event;

create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is only added to';
end $$;

create trigger refuse_change before update or delete or truncate on log.domain_event_entry
  for each statement execute function log.refuse_change();
alter table log.domain_event_entry enable always trigger refuse_change;

create table log.token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  timestamp      text,
  owner          text,
  constraint token_entry_pk primary key (processor_name, segment)
);
comment on table log.token_entry is 'How far each reader of the log has come.';

create table log.dead_letter_entry (
  dead_letter_id       text   not null,
  processing_group     text   not null,
  sequence_identifier  text   not null,
  sequence_index       bigint not null,
  message_type         text   not null,
  event_identifier     text   not null,
  time_stamp           text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              bytea  not null,
  meta_data            bytea,
  type                 text,
  aggregate_identifier text,
  sequence_number      bigint,
  token_type           text,
  token                bytea,
  enqueued_at          text   not null,
  last_touched         text,
  processing_started   text,
  cause_type           text,
  cause_message        text,
  diagnostics          bytea,
  constraint dead_letter_entry_pk primary key (dead_letter_id),
  constraint one_letter_per_place_in_sequence unique (processing_group, sequence_identifier, sequence_index)
);
comment on table log.dead_letter_entry is 'Events a projection could not handle, with all later ones of their sequence.';
