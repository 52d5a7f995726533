create table command.disclosure (
  disclosure_id  uuid not null,
  interaction_id uuid not null,
  constraint disclosure_pk primary key (disclosure_id)
);
comment on table command.disclosure is 'Which contacts were given away, so that a correction finds who has the wrong record.';
create index on command.disclosure (interaction_id);
