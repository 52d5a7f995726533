alter table command.agency_settings add column identifiers text[] not null default '{}';
comment on column command.agency_settings.identifiers is 'Under which the agency itself stands in files of several agencies. None: the rows of all of them count.';
