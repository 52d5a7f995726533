create table keys.student_number (
  blind_index bytea not null,
  student_id  uuid  not null references keys.student on delete cascade,
  constraint student_number_pk primary key (blind_index)
);
comment on table keys.student_number is 'Other numbers of a student, beside the one the student was registered under: each leads to the same student.';
create index on keys.student_number (student_id);
comment on column keys.student.blind_index is 'HMAC of the number the student was registered under: finds a student, tells no number. Random where that number was given up.';

alter table keys.student add column joined_to uuid references keys.student;
comment on column keys.student.joined_to is 'The student this one turned out to be; null for one who is nobody else. What is sealed for either stays so.';
create index on keys.student (joined_to) where joined_to is not null;
