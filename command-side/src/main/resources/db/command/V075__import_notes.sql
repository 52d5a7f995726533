create table command.import_note (
  import_id uuid   not null,
  about     text   not null,
  counted   text   not null,
  count     bigint not null,
  constraint import_note_pk primary key (import_id, about, counted)
);
comment on table command.import_note is 'What is to be said of a file as a whole, with how many it is said of. Changed with the import, in one transaction.';
comment on column command.import_note.about is 'A sentence without its full stop and without anything that stood in the file.';
comment on column command.import_note.counted is 'What is counted; FILE where it is said once.';
