create table keys.student_number (
  blind_index bytea not null,
  student_id  uuid  not null references keys.student on delete cascade,
  constraint student_number_pk primary key (blind_index)
);
comment on table keys.student_number is 'Other numbers of a student, beside the one the student was registered under: each leads to the same student.';
create index on keys.student_number (student_id);
comment on column keys.student.blind_index is 'HMAC of the number the student was registered under: finds a student, tells no number. Random where that number was given up.';

create table keys.student_joined (
  student_id uuid not null references keys.student on delete cascade,
  joined_to  uuid not null references keys.student on delete cascade,
  constraint student_joined_pk primary key (student_id)
);
comment on table keys.student_joined is 'Students who turned out to be another. What is sealed for either stays so: who erases the one erases both.';
create index on keys.student_joined (joined_to);
