create table keys.key_encryption_key (
  kek_id       text        not null,
  state        text        not null check (state in ('ACTIVE', 'RETIRED', 'DESTROYED')),
  created_at   timestamptz not null default clock_timestamp(),
  retired_at   timestamptz,
  destroyed_at timestamptz,
  constraint key_encryption_key_pk primary key (kek_id)
);
comment on table keys.key_encryption_key is 'The key-encryption keys there have been. The keys themselves stand in files outside the database.';
comment on column keys.key_encryption_key.kek_id is 'Derived from the key, tells nothing of it.';
comment on column keys.key_encryption_key.state is 'ACTIVE wraps what is new, RETIRED still opens what is not yet rewrapped, DESTROYED opens nothing any more.';
create unique index one_active_key_encryption_key on keys.key_encryption_key (state) where state = 'ACTIVE';

create table keys.named_key (
  name        text  not null,
  kek_id      text  not null,
  wrapped_key bytea not null,
  constraint named_key_pk primary key (name)
);
comment on table keys.named_key is 'Random keys with one purpose each (blind index, pseudonym, MACs), wrapped: a new key-encryption key does not change what they yield.';

create table keys.student (
  student_id  uuid  not null,
  blind_index bytea not null,
  kek_id      text  not null,
  wrapped_key bytea not null,
  constraint student_pk primary key (student_id),
  constraint one_student_per_number unique (blind_index)
);
comment on table keys.student is 'One random key per student, wrapped by the key-encryption key. Without its row nothing of the student can be read again.';
comment on column keys.student.blind_index is 'HMAC of the student number: finds a student, tells no number.';

create table keys.case_key (
  subject_handle uuid        not null,
  kek_id         text        not null,
  owner          bytea,
  identity_key   bytea,
  narrative_key  bytea,
  stat_key       bytea,
  created_at     timestamptz not null default clock_timestamp(),
  constraint case_key_pk primary key (subject_handle)
);
comment on table keys.case_key is 'The keys of one case by part, wrapped by its student''s key, or by the key-encryption key where the student was not identified.';
comment on column keys.case_key.kek_id is 'The key-encryption key of whatever in this row is wrapped by one.';
comment on column keys.case_key.owner is 'The student''s id under the key-encryption key; null where the student was not identified.';
comment on column keys.case_key.stat_key is 'Each part has its own column, so that one part can be destroyed alone.';

create table keys.student_case (
  student_id    uuid  not null,
  sealed_handle bytea not null,
  constraint student_case_pk primary key (student_id, sealed_handle)
);
comment on table keys.student_case is 'The handles of a student, each under the student''s key.';

create table keys.rotation (
  rotation_id   uuid        not null,
  old_kek       text        not null,
  new_kek       text        not null,
  step          text        not null check (step in ('REWRAPPING', 'BACKING_UP', 'RESTORING', 'DESTROYING', 'DONE')),
  rewrapped     bigint      not null default 0,
  backup        text,
  verified_keys bigint,
  problem       text,
  started_at    timestamptz not null default clock_timestamp(),
  ended_at      timestamptz,
  constraint rotation_pk primary key (rotation_id)
);
comment on table keys.rotation is 'Changes of the key-encryption key, each with the step it is to take next.';
comment on column keys.rotation.rewrapped is 'Rows of students, cases and named keys that now stand under the new key.';
comment on column keys.rotation.backup is 'File name of the backup taken under the new key.';
comment on column keys.rotation.problem is 'Why the last attempt stopped; null when none did.';
create unique index one_rotation_at_a_time on keys.rotation ((true)) where step <> 'DONE';
