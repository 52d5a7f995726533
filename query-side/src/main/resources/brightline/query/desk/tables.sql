-- version 2
create table $rm.complaint (
  complaint_id     uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  incident_id      uuid,
  interaction_id   uuid,
  kind             text not null,
  received_at      timestamptz not null,
  constraint complaint_pk primary key (complaint_id, version)
);
comment on table $rm.complaint is 'Complaints and notices, each about one incident or one contact.';
create index on $rm.complaint (begun_index) where known_to_index is null;
create index on $rm.complaint (interaction_id);
create index on $rm.complaint (incident_id);

create table $rm.review (
  review_id        uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  ground           text not null,
  incident_id      uuid,
  interaction_id   uuid,
  complaint_id     uuid,
  classes          text not null,
  state            text not null check (state in ('OPEN', 'CLOSED')),
  owner            text,
  conclusion       text,
  closed_at        timestamptz,
  constraint review_pk primary key (review_id, version)
);
comment on table $rm.review is 'Reviews as each event left them.';
comment on column $rm.review.classes is 'Classes of the officers'' parts when the review was opened, parted by commas.';
comment on column $rm.review.owner is 'User name of the account that has it; null while nobody has.';
create index on $rm.review (begun_index) where known_to_index is null;
create index on $rm.review (interaction_id);

create table $rm.deadline (
  deadline_id       uuid not null,
  version           bigint not null,
  begun_index       bigint not null,
  begun_at          timestamptz not null,
  known_from_index  bigint not null,
  known_from_at     timestamptz not null,
  known_to_index    bigint,
  known_to_at       timestamptz,
  rule              text not null,
  interaction_id    uuid,
  officer           uuid,
  school            text,
  triggered_at      timestamptz not null,
  due_at            timestamptz not null,
  responsible       text not null,
  source            text not null,
  verified          boolean not null,
  state             text not null check (state in ('WAITING', 'MET', 'MET_LATE', 'MISSED', 'CANCELLED')),
  met_at            timestamptz,
  manner            text,
  cancelled_because text,
  constraint deadline_pk primary key (deadline_id, version)
);
comment on table $rm.deadline is 'Deadlines as each event left them.';
comment on column $rm.deadline.responsible is 'Role that has it on its list.';
comment on column $rm.deadline.due_at is 'Last moment at which it is done in time.';
create index on $rm.deadline (begun_index) where known_to_index is null;
create index on $rm.deadline (interaction_id);

create table $rm.deadline_switch (
  deadline_rule_id uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  rule             text not null,
  switched_on      boolean not null,
  constraint deadline_switch_pk primary key (deadline_rule_id, version)
);
comment on table $rm.deadline_switch is 'Rows of the table of deadlines that the agency switched on or off.';
create index on $rm.deadline_switch (begun_index) where known_to_index is null;

create table $rm.disclosure (
  disclosure_id    uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  interaction_id   uuid not null,
  recipient        text not null,
  basis            text not null,
  parts            text not null,
  disclosed_at     timestamptz not null,
  notice           text not null check (notice in ('NONE', 'DUE', 'SENT')),
  notice_cause     text,
  corrected_at     timestamptz,
  notice_sent_at   timestamptz,
  notice_manner    text,
  constraint disclosure_pk primary key (disclosure_id, version)
);
comment on table $rm.disclosure is 'Records given away, and notices to who has a wrong one.';
comment on column $rm.disclosure.parts is 'Codes of what was given, parted by commas.';
create index on $rm.disclosure (begun_index) where known_to_index is null;
create index on $rm.disclosure (interaction_id);

create table $rm.record_request (
  request_id       uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  interaction_id   uuid not null,
  kind             text not null,
  asked_by         text not null,
  received_at      timestamptz not null,
  decision         text,
  decided_on       date,
  with_statement   boolean not null,
  constraint record_request_pk primary key (request_id, version)
);
comment on table $rm.record_request is 'Requests to see or amend a record. Statements stand encrypted elsewhere.';
comment on column $rm.record_request.decision is 'Null while the request is open.';
create index on $rm.record_request (begun_index) where known_to_index is null;
create index on $rm.record_request (interaction_id);

create table $rm.evaluation (
  evaluation_id    uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  officer          uuid not null,
  from_day         date not null,
  to_day           date not null,
  evaluator        text not null,
  criteria         text not null,
  figures          text not null,
  replied          boolean not null,
  steps            text,
  look_again_on    date,
  constraint evaluation_pk primary key (evaluation_id, version)
);
comment on table $rm.evaluation is 'Evaluations of officers. Replies stand encrypted elsewhere.';
comment on column $rm.evaluation.figures is 'The figures as they stood then, in JSON.';
comment on column $rm.evaluation.steps is 'Codes of the next steps, parted by commas; null before any were set.';
create index on $rm.evaluation (begun_index) where known_to_index is null;
create index on $rm.evaluation (officer);

create table $rm.activity (
  activity_id      uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  officer          uuid not null,
  school           text not null,
  kind             text not null,
  started_at       timestamptz not null,
  minutes          int,
  students         int,
  withdrawn        boolean not null,
  constraint activity_pk primary key (activity_id, version)
);
comment on table $rm.activity is 'Work with students that is no contact.';
create index on $rm.activity (begun_index) where known_to_index is null;
create index on $rm.activity (started_at);

create table $rm.number_clash (
  clash_id         uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  kept             uuid not null,
  first_holder     uuid not null,
  cause            text not null,
  import_id        uuid,
  state            text not null check (state in ('OPEN', 'SAME', 'DIFFERENT')),
  constraint number_clash_pk primary key (clash_id, version)
);
comment on table $rm.number_clash is 'Numbers stated of two people, and whether they were found to be one child. Who they are stands encrypted elsewhere.';
comment on column $rm.number_clash.kept is 'The student kept apart.';
comment on column $rm.number_clash.first_holder is 'The student who had the number before.';
comment on column $rm.number_clash.import_id is 'The file that stated it; null where a person did.';
create index on $rm.number_clash (begun_index) where known_to_index is null;

create table $rm.work_mark (
  work_item_id     uuid not null,
  version          bigint not null,
  begun_index      bigint not null,
  begun_at         timestamptz not null,
  known_from_index bigint not null,
  known_from_at    timestamptz not null,
  known_to_index   bigint,
  known_to_at      timestamptz,
  item             text not null,
  account          text not null,
  state            text not null check (state in ('READ', 'DONE')),
  constraint work_mark_pk primary key (work_item_id, version)
);
comment on table $rm.work_mark is 'What accounts have read or done of their work lists.';
create index on $rm.work_mark (begun_index) where known_to_index is null;
create index on $rm.work_mark (item, account);

create table $rm.class_override (
  review_id        uuid   not null,
  known_from_index bigint not null,
  interaction_id   uuid   not null,
  officer          text   not null,
  derived_class    text   not null,
  derived_rule     text   not null,
  rule_set         int    not null,
  overridden_to    text   not null,
  reason           text   not null,
  constraint class_override_pk primary key (review_id, known_from_index)
);
comment on table $rm.class_override is 'What who reviewed made of an officer''s part, beside what the rules made of it. The latest for a part holds.';
comment on column $rm.class_override.officer is 'The officer''s id; empty where the record names none.';
create index on $rm.class_override (interaction_id);
