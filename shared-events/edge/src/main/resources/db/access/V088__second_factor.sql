create table second_factor (
    account_id  uuid primary key references account (id),
    secret      bytea not null,
    last_step   bigint not null,
    enrolled_at timestamptz not null default now(),
    constraint second_factor_step_is_a_count check (last_step >= 0)
);
comment on table second_factor is 'Authenticator apps: accounts that also give a code of one when they sign in';
comment on column second_factor.secret is 'What the app and we share, encrypted for this account; the key is in no database';
comment on column second_factor.last_step is 'Of the last code that was taken: no code of this half minute or an earlier one is good again. Half minutes since 1970';

create table recovery_code (
    account_id uuid not null references second_factor (account_id) on delete cascade,
    code_mac   text not null,
    primary key (account_id, code_mac)
);
comment on table recovery_code is 'What is left of the codes that stand in for the app; each goes when it is used';
comment on column recovery_code.code_mac is 'HMAC of account and code; the key is in no database';

create table second_factor_reset (
    account_id uuid primary key references account (id),
    reset_at   timestamptz not null default now()
);
comment on table second_factor_reset is 'What an account''s owner is told at the next sign-in: a system administrator removed the second factor. Removed then';

alter table wrong_sign_in add column codes integer not null default 0;
comment on column wrong_sign_in.tries is 'Wrong passwords since the last sign-in, and wrong codes';
comment on column wrong_sign_in.codes is 'How many of them were wrong codes: whoever tried had the password';
comment on column account.password_hash is 'Spring Security form {id}hash; Argon2id or PBKDF2-HMAC-SHA-256, as the installation chose when it was made';
