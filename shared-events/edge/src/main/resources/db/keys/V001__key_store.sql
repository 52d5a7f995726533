create table keys.case_key (
  subject_handle uuid        not null,
  part           text        not null check (part in ('IDENTITY', 'NARRATIVE', 'STAT')),
  wrapped_key    bytea       not null,
  created_at     timestamptz not null default clock_timestamp(),
  constraint case_key_pk primary key (subject_handle, part)
);
comment on table keys.case_key is 'One random key per case and part, wrapped by the key-encryption key. Without its row a part cannot be read again.';

create table keys.student (
  student_id  uuid  not null,
  blind_index bytea not null,
  constraint student_pk primary key (student_id),
  constraint one_student_per_number unique (blind_index)
);
comment on column keys.student.blind_index is 'HMAC of the student number: finds a student, tells no number.';

create table keys.case_subject (
  subject_handle uuid not null,
  student_id     uuid,
  incident_id    uuid,
  constraint case_subject_pk primary key (subject_handle),
  constraint a_student_once_per_incident unique (incident_id, student_id)
);
comment on table keys.case_subject is 'Which student a case is about. student_id is null where the student was not identified; incident_id where the case is the entry in the district list.';
create index case_subject_student on keys.case_subject (student_id);
