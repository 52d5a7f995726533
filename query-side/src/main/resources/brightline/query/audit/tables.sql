-- version 5
create table $rm.timeline_entry (
  log_index      bigint      not null,
  event_id       text        not null,
  incident_id    uuid,
  interaction_id uuid,
  kind           text        not null,
  occurred_at    timestamptz,
  recorded_at    timestamptz not null,
  actor          text        not null,
  submission     text        not null,
  words          text        not null,
  constraint timeline_entry_pk primary key (log_index)
);
comment on table $rm.timeline_entry is 'One line per event of an incident or an interaction, in plain words.';
comment on column $rm.timeline_entry.incident_id is 'Of events of an incident and of the first event of an interaction.';
comment on column $rm.timeline_entry.kind is 'The event''s stored name.';
comment on column $rm.timeline_entry.occurred_at is 'Where the event says when it happened.';
comment on column $rm.timeline_entry.words is 'Officers stand as {officer:id}, schools as {school:code}, incidents as {incident:id}, moments as {at:instant}, classes as {class:NAME}: their names are put in when it is read.';
create index on $rm.timeline_entry (interaction_id);
create index on $rm.timeline_entry (incident_id);

create table $rm.outside_number (
  incident_id      uuid   not null,
  kind             text   not null,
  number           text   not null,
  compared         text   not null,
  known_from_index bigint not null,
  constraint outside_number_pk primary key (incident_id, kind, number)
);
comment on table $rm.outside_number is 'Under which numbers other systems know an incident.';
comment on column $rm.outside_number.kind is 'Code of the list reference-kind.';
comment on column $rm.outside_number.compared is 'The number in the form in which numbers are compared.';
create index on $rm.outside_number (compared);

create table $rm.source_record (
  interaction_id   uuid   not null,
  compared         text   not null,
  known_from_index bigint not null,
  constraint source_record_pk primary key (interaction_id, compared)
);
comment on table $rm.source_record is 'What the source of an import calls a contact: the record''s id alone, with the source before it, and with the student''s number in it behind.';
comment on column $rm.source_record.compared is 'In the form in which numbers are compared.';
create index on $rm.source_record (compared);
