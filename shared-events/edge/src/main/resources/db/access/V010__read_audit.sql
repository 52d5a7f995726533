create table read_audit (
    entry_id   bigint generated always as identity primary key,
    read_at    timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    role       text not null,
    action     text not null,
    purpose    text,
    schools    text[],
    found      integer not null,
    request_id text
);
comment on table read_audit is 'Who was shown something of a person. Written before the answer leaves; never what was asked for, nor who was found';
comment on column read_audit.purpose is 'Null where none was asked for';
comment on column read_audit.schools is 'Codes of the schools it was limited to; null when it was not';
comment on column read_audit.found is 'How many persons the answer names';
comment on column read_audit.request_id is 'As it stands in the log and in the answer; null outside a request';
create index read_audit_of_account on read_audit (account_id, read_at);
