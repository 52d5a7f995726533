create table command.roster_place (
  place_mac  text    not null,
  person_mac text    not null,
  org        text    not null,
  is_primary boolean not null,
  first_day  date,
  last_day   date,
  deleted    boolean not null,
  constraint roster_place_pk primary key (place_mac)
);
create index roster_place_of_person on command.roster_place (person_mac);
comment on table command.roster_place is 'Where rosters say a student is, was or will be, row by row: what holds on a day is read from all rows together, and a later file may take one back by its id alone.';
comment on column command.roster_place.place_mac is 'Keyed MAC of source system and the row''s sourcedId, hexadecimal.';
comment on column command.roster_place.person_mac is 'As in roster_person.';
comment on column command.roster_place.org is 'The organisation''s sourcedId, as in roster_org.';
comment on column command.roster_place.first_day is 'Null where nobody said.';
comment on column command.roster_place.last_day is 'Null while open.';
comment on column command.roster_place.deleted is 'The row was taken back; it is over, whatever its days.';

alter table command.roster_person
  add column system_mac text,
  add column seen_by    uuid,
  add column there      boolean not null default false;
create index roster_person_of_student on command.roster_person (student_id);
create index roster_person_there on command.roster_person (system_mac) where there;
comment on column command.roster_person.system_mac is 'Keyed MAC of the source system, hexadecimal; null where an earlier program took the person in.';
comment on column command.roster_person.seen_by is 'The last import whose file held the person.';
comment on column command.roster_person.there is 'Whether the roster last said that the person is at a school.';

alter table command.roster_org
  add column deleted  boolean not null default false,
  add column last_day date;
comment on column command.roster_org.deleted is 'The roster took the organisation back: no school is made of it.';
comment on column command.roster_org.last_day is 'The day it was taken back; null where nobody said, or it was not.';

create table command.roster_missing (
  import_id  uuid not null,
  person_mac text not null,
  seen_by    uuid,
  constraint roster_missing_pk primary key (import_id, person_mac)
);
comment on table command.roster_missing is 'Who was at a school by a roster''s earlier files and is not in this complete one; each stays until somebody decides.';
comment on column command.roster_missing.seen_by is 'The last import whose file held the person: seen again since, the person is missing no more.';
