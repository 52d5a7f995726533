alter table command.import_source_key
  add column content_mac bytea,
  add column content_version smallint;
comment on column command.import_source_key.content_mac is 'Keyed MAC of what the record of that key stated when it was taken, so that other content under it is told from the same; null of an incident, and where an earlier program took it.';
comment on column command.import_source_key.content_version is 'By which version of the form it was made.';

-- A file whose lines were rejected, or a roster, is read again as an import of its own.
alter table command.import drop constraint one_import_per_file_and_options;
create index import_file_and_options on command.import (sha256, format, assumed_imminence);
