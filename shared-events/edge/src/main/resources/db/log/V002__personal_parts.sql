create table log.event_secret (
  secret_id      uuid  not null,
  subject_handle uuid  not null,
  part           text  not null check (part in ('IDENTITY', 'NARRATIVE', 'STAT')),
  cipher         text  not null,
  nonce          bytea not null,
  key_commit     bytea not null,
  ciphertext     bytea not null,
  digest         bytea not null,
  constraint event_secret_pk primary key (secret_id)
);
comment on table log.event_secret is 'Personal parts, encrypted. Events refer to them; a row may be destroyed, its digest stays in the event.';
comment on column log.event_secret.key_commit is 'SHA-256 over "commit" and the key: GCM alone does not bind the key.';
comment on column log.event_secret.digest is 'SHA-256 over everything in this row.';
