-- version 2
create table $rm.student_entry (
  student_id        uuid   not null,
  version           bigint not null,
  school            text,
  enrolled_from     date,
  last_day          date,
  schools           text[] not null,
  identity_id       uuid   not null,
  identity_digest   text   not null,
  statistics_id     uuid,
  statistics_digest text,
  resting           boolean not null,
  constraint student_entry_pk primary key (student_id)
);
comment on table $rm.student_entry is 'Students of the district''s list by school. Who they are stands encrypted elsewhere: here is only where.';
comment on column $rm.student_entry.version is 'Place of the entry''s last event in its stream; an edit names it.';
comment on column $rm.student_entry.school is 'The home school, or the last one; null before the first enrolment.';
comment on column $rm.student_entry.last_day is 'Last day at that school; null while enrolled there.';
comment on column $rm.student_entry.schools is 'Every school the student is enrolled at now, the home school first.';
comment on column $rm.student_entry.identity_id is 'Secret that holds name, birth date and number.';
comment on column $rm.student_entry.statistics_id is 'Secret that holds grade band and group; null where none were recorded.';
comment on column $rm.student_entry.resting is 'The student is the same child as another, whose entry stands for both.';
create index on $rm.student_entry using gin (schools) where not resting;
