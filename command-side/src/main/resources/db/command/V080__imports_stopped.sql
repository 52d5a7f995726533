alter table command.import drop constraint import_states;
alter table command.import add constraint import_states check (state in ('RUNNING', 'STOPPED', 'DONE', 'FAILED'));
alter table command.import add column stopped_by text;
alter table command.import add constraint stopped_by_somebody check ((state = 'STOPPED') = (stopped_by is not null));
comment on column command.import.stopped_by is 'The account that stopped it; null unless it stands stopped.';
