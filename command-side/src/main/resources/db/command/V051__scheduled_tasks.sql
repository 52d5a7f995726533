create table command.scheduled_task (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  constraint scheduled_task_pk primary key (task_name, task_instance)
);
comment on table command.scheduled_task is 'What is to be done at a moment, in the form of the library db-scheduler. Times are those of recording.';
create index on command.scheduled_task (execution_time);
create index on command.scheduled_task (last_heartbeat);
