create table command.desk (
  name     text   not null,
  position bigint not null,
  constraint desk_pk primary key (name)
);
comment on table command.desk is 'Who acts on what was recorded, and up to which index each has looked at the log.';
