alter table command.roster_person add column named_by uuid;
comment on column command.roster_person.named_by is 'The last import whose file named the person, whether or not the lines were taken; null where an earlier release took them.';
alter table command.roster_missing add column named_by uuid;
comment on column command.roster_missing.named_by is 'As it stood then: named since, the person is missing no more.';
