create table account (
    id                   uuid primary key,
    username             text not null,
    password_hash        text not null,
    role                 text not null,
    officer_id           uuid,
    schools              text[] not null default '{}',
    enabled              boolean not null default true,
    failed_count         integer not null default 0,
    locked_until         timestamptz,
    must_change_password boolean not null default true,
    credential_version   integer not null default 1,
    created_at           timestamptz not null default now(),
    constraint account_username_is_taken unique (username),
    constraint account_username_is_lower_case check (username = lower(username) and username <> ''),
    constraint account_role_is_known check (role in ('sro', 'supervisor', 'coordinator', 'provider', 'school-admin',
                                                     'analyst', 'auditor', 'clerk', 'sysadmin')),
    constraint account_failed_count_is_a_count check (failed_count >= 0)
);
comment on table account is 'Who can sign in. Holds no name of a person beyond the username';
comment on column account.password_hash is 'Spring Security form {id}hash; PBKDF2-HMAC-SHA-256';
comment on column account.role is 'Account role, text form of design section 1';
comment on column account.officer_id is 'The officer who signs in with this account; null for accounts of nobody on the roster';
comment on column account.schools is 'Codes of the schools this account reads; empty does not mean all';
comment on column account.failed_count is 'Failed sign-ins since the last success or lock';
comment on column account.locked_until is 'No sign-in succeeds before this time; null when never locked';
comment on column account.must_change_password is 'The password is one the system made';
comment on column account.credential_version is 'Counts password changes; what was signed in with an older one ends';

create table api_token (
    id         uuid primary key,
    account_id uuid not null references account (id),
    token_hash bytea not null,
    scopes     text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint api_token_hash_is_unique unique (token_hash),
    constraint api_token_hash_is_sha256 check (octet_length(token_hash) = 32),
    constraint api_token_scopes_are_known check (scopes <@ array['commands', 'queries', 'metrics'] and cardinality(scopes) > 0),
    constraint api_token_expires_after_creation check (expires_at > created_at)
);
comment on table api_token is 'Tokens of programs; each acts as its account, within its scopes';
comment on column api_token.token_hash is 'SHA-256 of the token; the token itself is 256 random bits and shown once';
create index api_token_of_account on api_token (account_id);
