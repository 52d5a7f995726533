alter table command.agreement add column if not exists title text;
comment on column command.agreement.title is 'As drafted. Null only where the log was not there to tell when this column was added.';
do $$
begin
  if to_regclass('log.domain_event_entry') is not null then
    update command.agreement a
       set title = convert_from(e.payload, 'UTF8')::jsonb ->> 'title'
      from log.domain_event_entry e
     where e.aggregate_identifier = a.agreement_id::text and e.payload_type = 'agreement.drafted';
  end if;
end
$$;

create table if not exists command.agreement_version (
  agreement_id       uuid    not null,
  version            integer not null,
  discipline_section text,
  constraint agreement_version_pk primary key (agreement_id, version)
);
comment on table command.agreement_version is 'Versions of the text of agreements.';
comment on column command.agreement_version.discipline_section is 'Where the text leaves the routine discipline of students to the school; null where nobody said.';

create table if not exists command.agreement_adoption (
  agreement_id uuid    not null,
  version      integer not null,
  from_day     date    not null,
  to_day       date,
  constraint agreement_adoption_pk primary key (agreement_id, from_day)
);
comment on table command.agreement_adoption is 'The days on which a version of an agreement is in effect as text, both ends included. Those adopted before these tables were there named no section.';
comment on column command.agreement_adoption.to_day is 'Null while open.';
