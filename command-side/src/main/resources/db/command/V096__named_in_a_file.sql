create table command.import_named (
  import_id      uuid not null,
  student_mac    text not null,
  subject_handle uuid not null,
  constraint import_named_pk primary key (import_id, student_mac)
);
comment on table command.import_named is 'By which contact a file first named each of its students with name and birth date, so that its later lines are compared with that where no entry tells who the student is. Goes when the whole file is read.';
comment on column command.import_named.student_mac is 'Keyed MAC of import and student, hexadecimal: whose the contact is stands in the key store alone.';
