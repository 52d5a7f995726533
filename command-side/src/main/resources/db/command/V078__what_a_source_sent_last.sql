alter table command.import_source_key
  add column last_import uuid,
  add column last_line bigint;
comment on column command.import_source_key.content_mac is 'Keyed MAC of what the source sent last under that key, taken in or corrected by, so that other content is told from the same; null of an incident, and where an earlier program took it.';
comment on column command.import_source_key.last_import is 'The import that sent it last: another content under the key in the same file is no correction. Null of an incident, and where an earlier program took it.';
comment on column command.import_source_key.last_line is 'The line of that file.';
