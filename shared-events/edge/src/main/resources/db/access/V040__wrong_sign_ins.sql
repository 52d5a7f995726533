create table sign_in_failure (
    failure_id  bigint generated always as identity primary key,
    name_mac    text not null,
    source_mac  text not null,
    failed_at   timestamptz not null default clock_timestamp(),
    locks_until timestamptz
);
comment on table sign_in_failure is 'Passwords that were not right, or are still being looked at; removed after an hour. Counted by name and source, so that who guesses locks out nobody but himself';
comment on column sign_in_failure.name_mac is 'HMAC of the user name that was tried, whether or not there is such an account';
comment on column sign_in_failure.source_mac is 'HMAC of the address that it came from, the /64 of IPv6; the key is in no database';
comment on column sign_in_failure.locks_until is 'The fifth of this name from this source: until then no password is looked at; null for all others';
create index sign_in_failure_of_pair on sign_in_failure (name_mac, source_mac, failed_at);
create index sign_in_failure_of_name on sign_in_failure (name_mac, failed_at);
create index sign_in_failure_of_source on sign_in_failure (source_mac, failed_at);
create index sign_in_failure_by_time on sign_in_failure (failed_at);

create table sign_in_place (
    account_id   uuid not null references account (id),
    source_mac   text not null,
    signed_in_at timestamptz not null default now(),
    primary key (account_id, source_mac)
);
comment on table sign_in_place is 'Where an account was signed in from; known for 30 days, then removed';
comment on column sign_in_place.signed_in_at is 'The last time';

create table wrong_sign_in (
    account_id uuid primary key references account (id),
    tries      integer not null,
    last_at    timestamptz not null,
    elsewhere  boolean not null
);
comment on table wrong_sign_in is 'What an account''s owner is told at the next sign-in; removed then';
comment on column wrong_sign_in.tries is 'Wrong passwords since the last sign-in';
comment on column wrong_sign_in.elsewhere is 'Whether any came from where the account was not signed in from within 30 days';

alter table account drop column failed_count, drop column locked_until;
