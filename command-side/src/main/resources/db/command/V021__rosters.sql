alter table command.import_rejection add column file_name text not null default '';
alter table command.import_rejection drop constraint import_rejection_pk;
alter table command.import_rejection add constraint import_rejection_pk primary key (import_id, file_name, line);
comment on column command.import_rejection.file_name is 'Which of several files that came together; empty where there is one.';

create table command.roster_org (
  sourced_id text    not null,
  name       text    not null,
  identifier text    not null,
  is_school  boolean not null,
  constraint roster_org_pk primary key (sourced_id)
);
comment on table command.roster_org is 'Organisations of the rosters taken in, for later files that name them and do not bring them.';

create table command.roster_person (
  person_mac text not null,
  student_id uuid not null,
  constraint roster_person_pk primary key (person_mac)
);
comment on table command.roster_person is 'Students by what their roster calls them, for later files that say only what changed of them.';
comment on column command.roster_person.person_mac is 'Keyed MAC of source system and sourcedId, hexadecimal: a sourcedId may be a student number.';
