-- Two systems may call different organisations alike. One that an earlier release kept goes to each system whose people are there; where
-- there are none, to the only system there is. Any other is known again once a file brings it.
alter table command.roster_org drop constraint roster_org_pk;
alter table command.roster_org add column system_mac text;

insert into command.roster_org (system_mac, sourced_id, name, identifier, is_school, deleted, last_day)
select distinct person.system_mac, org.sourced_id, org.name, org.identifier, org.is_school, org.deleted, org.last_day
  from command.roster_org org
  join command.roster_place place on place.org = org.sourced_id
  join command.roster_person person on person.person_mac = place.person_mac and person.system_mac is not null
 where org.system_mac is null;

insert into command.roster_org (system_mac, sourced_id, name, identifier, is_school, deleted, last_day)
select (select min(system_mac) from command.roster_person), sourced_id, name, identifier, is_school, deleted, last_day
  from command.roster_org org
 where system_mac is null
   and (select count(distinct system_mac) from command.roster_person) = 1
   and not exists (select from command.roster_org known
                    where known.sourced_id = org.sourced_id and known.system_mac is not null);

delete from command.roster_org where system_mac is null;
alter table command.roster_org alter column system_mac set not null;
alter table command.roster_org add constraint roster_org_pk primary key (system_mac, sourced_id);
comment on column command.roster_org.system_mac is 'As in roster_person: sourcedIds are the system''s own.';
