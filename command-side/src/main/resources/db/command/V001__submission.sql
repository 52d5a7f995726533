create table command.idempotency (
  actor         text        not null,
  key           text        not null,
  body_mac      text        not null,
  answer        text,
  last_event_id text,
  last_index    bigint,
  created_at    timestamptz not null default clock_timestamp(),
  constraint idempotency_pk primary key (actor, key)
);
comment on table command.idempotency is 'One row per accepted submission, written in its transaction. A refused one leaves none.';
comment on column command.idempotency.actor is 'The account; keys of two accounts never meet.';
comment on column command.idempotency.body_mac is 'HMAC of address, precondition and body. A plain hash of a body with a student number could be guessed.';
comment on column command.idempotency.answer is 'JSON. Ids, versions and classes; nothing personal.';
comment on column command.idempotency.last_event_id is 'The last event of the submission; null where it asked for what was already so.';
comment on column command.idempotency.last_index is 'Its index in the log; where there is none, an index the answer''s state was known at.';
create index idempotency_created_at on command.idempotency (created_at);

create sequence command.incident_number cache 1;
comment on sequence command.incident_number is 'The number people say, BL-<year>-<number>. Unique, not gapless.';
