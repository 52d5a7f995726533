create table keys.shared_number (
  blind_index bytea not null,
  student_id  uuid  not null references keys.student on delete cascade,
  constraint shared_number_pk primary key (blind_index, student_id)
);
comment on table keys.shared_number is 'Numbers that others had before the student: by itself such a number says of nobody who is meant.';
create index on keys.shared_number (student_id);
