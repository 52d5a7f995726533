create table command.import (
  import_id         uuid        not null,
  format            text        not null,
  assumed_imminence text        not null,
  sha256            text        not null,
  bytes             bigint      not null,
  started_by        text        not null,
  started_at        timestamptz not null default clock_timestamp(),
  ended_at          timestamptz,
  state             text        not null default 'RUNNING',
  next_offset       bigint      not null default 0,
  last_line         bigint      not null default 0,
  lines             bigint      not null default 0,
  accepted          bigint      not null default 0,
  duplicates        bigint      not null default 0,
  out_of_scope      bigint      not null default 0,
  rejected          bigint      not null default 0,
  constraint import_pk primary key (import_id),
  constraint one_import_per_file_and_options unique (sha256, format, assumed_imminence),
  constraint import_states check (state in ('RUNNING', 'DONE', 'FAILED')),
  constraint every_line_has_one_answer check (lines = accepted + duplicates + out_of_scope + rejected)
);
comment on table command.import is 'A file taken in, and how far. Changed in the transaction that takes a chunk of lines, so that a killed import goes on where it stood.';
comment on column command.import.next_offset is 'Byte at which the first line not yet answered begins; 0 before the header was read.';
comment on column command.import.last_line is 'Number of the last line read, the header being 1; blank lines count.';
comment on column command.import.lines is 'Lines answered: neither the header nor blank ones.';

create table command.import_rejection (
  import_id   uuid   not null,
  line        bigint not null,
  column_name text,
  reason      text   not null,
  constraint import_rejection_pk primary key (import_id, line)
);
comment on table command.import_rejection is 'Why a line was not taken. Never holds what stood in it.';
comment on column command.import_rejection.column_name is 'Null where the whole line is meant.';

create table command.import_source_key (
  profile  text  not null,
  key_hash bytea not null,
  constraint import_source_key_pk primary key (profile, key_hash)
);
comment on table command.import_source_key is 'SHA-256 of each source key taken, of incidents and of persons: what comes again is a duplicate, from whatever file.';
