create table password_reset (
    reset_id   bigint generated always as identity primary key,
    account_id uuid not null references account (id),
    reset_at   timestamptz not null default now(),
    reset_by   uuid references account (id),
    told       boolean not null default false
);
comment on table password_reset is 'Random passwords that somebody else than its owner gave an account: told at the next sign-in, removed after 30 days by a later one';
comment on column password_reset.reset_by is 'Account that did it; null for the installation itself';
comment on column password_reset.told is 'Whether whoever signed in afterwards was told';
create index password_reset_of_account on password_reset (account_id, reset_at);
