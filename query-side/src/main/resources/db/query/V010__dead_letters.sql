create table rm.left_out_event (
  projection  text        not null,
  event_id    text        not null,
  log_index   bigint      not null,
  stream      text        not null,
  event       text        not null,
  cause_type  text        not null,
  cause_code  text        not null,
  left_out_at timestamptz not null default clock_timestamp(),
  constraint left_out_event_pk primary key (projection, event_id)
);
comment on table rm.left_out_event is 'Events that a projection could not handle and goes on without, because somebody decided so. Changes with the rows that miss them, in one transaction.';
comment on column rm.left_out_event.event is 'The logical name, for example interaction.corrected.';
comment on column rm.left_out_event.cause_type is 'Class of the exception; no message, since messages may quote.';
comment on column rm.left_out_event.cause_code is 'SQLSTATE; empty where the failure was not the database''s.';

create table rm.dead_letter_outcome (
  decision_id    text        not null,
  outcome        text        not null check (outcome in ('HANDLED', 'LEFT_OUT', 'STILL_PARKED', 'NOTHING_PARKED')),
  carried_out_at timestamptz not null default clock_timestamp(),
  constraint dead_letter_outcome_pk primary key (decision_id)
);
comment on table rm.dead_letter_outcome is 'What came of each decision about a parked event. A decision with a row here is not carried out again, however often the log is replayed.';
comment on column rm.dead_letter_outcome.decision_id is 'Identifier of the event that holds the decision.';
