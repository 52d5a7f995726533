alter table command.import add column file_name bytea;
alter table command.import add column changed bigint not null default 0;
alter table command.import add column failure text;
alter table command.import add column failure_file text;
alter table command.import add column failure_column text;
alter table command.import add column failure_reason text;
alter table command.import add constraint import_failures check (failure in ('UNREADABLE', 'INTERRUPTED'));
comment on column command.import.file_name is 'What the sender called the file, cut short and encrypted under a key of the key store: people put names into file names. Null where none was sent.';
comment on column command.import.changed is 'Of the accepted lines, those that changed what was recorded before.';
comment on column command.import.failure is 'Why it failed: UNREADABLE, no line of such a file can be taken; INTERRUPTED, sent again it goes on. Null while it did not.';
comment on column command.import.failure_reason is 'In words, without anything that stood in the file.';

create table command.import_out_of_scope (
  import_id uuid   not null,
  reason    text   not null,
  lines     bigint not null,
  constraint import_out_of_scope_pk primary key (import_id, reason)
);
comment on table command.import_out_of_scope is 'How many lines were of no concern, and why. Changed with the import, in one transaction. Imports of before this table have none.';

update command.import
   set failure = case when exists (select from command.import_rejection r
                                    where r.import_id = import.import_id
                                      and r.reason = 'the import stopped before this line; send the file again to go on')
                      then 'INTERRUPTED' else 'UNREADABLE' end
 where state = 'FAILED';
update command.import
   set failure_file = nullif(r.file_name, ''), failure_column = r.column_name, failure_reason = r.reason
  from command.import_rejection r
 where r.import_id = import.import_id and import.failure = 'UNREADABLE' and import.lines = 0;
delete from command.import_rejection r
 using command.import i
 where i.import_id = r.import_id
   and (i.failure = 'UNREADABLE' and i.lines = 0
     or i.failure = 'INTERRUPTED'
        and r.reason = 'the import stopped before this line; send the file again to go on');
