create table rm.read_model (
  projection  text        not null,
  version     int         not null,
  live_schema text        not null,
  position    bigint      not null default 0,
  recorded_at timestamptz not null default '1970-01-01T00:00:00Z',
  constraint read_model_pk primary key (projection)
);
comment on table rm.read_model is 'Each projection, the schema its views show, and how far of the log it holds. Changes with the rows, in one transaction.';
comment on column rm.read_model.position is 'Index of the last event of the log that the rows rest on.';
comment on column rm.read_model.recorded_at is 'When that event was recorded.';

create sequence rm.replay_number cache 1;

create table rm.replay (
  replay_id       uuid        not null,
  number          bigint      not null default nextval('rm.replay_number'),
  idempotency_key text        not null,
  actor           text        not null,
  state           text        not null check (state in ('RUNNING', 'COMPARED', 'SWITCHED', 'DISCARDED', 'FAILED')),
  started_at      timestamptz not null default clock_timestamp(),
  ended_at        timestamptz,
  failure         text,
  constraint replay_pk primary key (replay_id),
  constraint a_replay_once_per_key unique (actor, idempotency_key)
);
comment on table rm.replay is 'Rebuilds of all projections from the log, beside the live ones.';
comment on column rm.replay.failure is 'Class of what stopped it; no message, since messages may quote.';

create table rm.replay_part (
  replay_id  uuid   not null references rm.replay,
  projection text   not null,
  schema     text   not null,
  horizon    bigint not null default 0,
  position   bigint not null default 0,
  parked     text[] not null default '{}',
  constraint replay_part_pk primary key (replay_id, projection)
);
comment on column rm.replay_part.horizon is 'Index up to which it is to be rebuilt, final when it was read.';
comment on column rm.replay_part.position is 'Index up to which it has been rebuilt.';
comment on column rm.replay_part.parked is 'Streams with an event that could not be handled.';

create table rm.replay_finding (
  replay_id  uuid   not null references rm.replay,
  projection text   not null,
  table_name text   not null,
  rows       bigint not null,
  different  bigint not null,
  keys       text[] not null,
  constraint replay_finding_pk primary key (replay_id, projection, table_name)
);
comment on table rm.replay_finding is 'What the comparison of a replay with the live rows found, table by table.';
comment on column rm.replay_finding.rows is 'Rows of the replay.';
comment on column rm.replay_finding.different is 'Keys whose row differs, or stands on one side only.';
comment on column rm.replay_finding.keys is 'The first 100 of those keys.';
