-- version 1
create table $rm.dead_letter_decision (
  decision_id text        not null,
  log_index   bigint      not null,
  projection  text        not null,
  event_id    text        not null,
  act         text        not null check (act in ('RETRY', 'DISCARD')),
  reason      text,
  actor       text        not null,
  recorded_at timestamptz not null,
  constraint dead_letter_decision_pk primary key (decision_id),
  constraint a_discard_has_a_reason check ((act = 'DISCARD') = (reason is not null))
);
comment on table $rm.dead_letter_decision is 'What was decided about events that a projection could not handle.';
comment on column $rm.dead_letter_decision.decision_id is 'Identifier of the event that holds the decision.';
comment on column $rm.dead_letter_decision.event_id is 'Identifier of the event it is about.';
comment on column $rm.dead_letter_decision.reason is 'Code of the list dead-letter-reason.';
create index dead_letter_decision_about on $rm.dead_letter_decision (projection, event_id);
