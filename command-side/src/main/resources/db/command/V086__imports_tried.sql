alter table command.import add column trial boolean not null default false;
comment on column command.import.trial is 'Whether the file was read to see what would become of its records, and nothing of it was recorded.';
