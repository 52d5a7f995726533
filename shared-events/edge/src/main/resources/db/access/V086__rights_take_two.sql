-- Whoever makes an account is not alone who decides that it reads cases.
alter table account
    add column granted boolean not null default true,
    add column unit text,
    add constraint account_unit_is_a_code check (unit ~ '^[A-Z0-9][A-Z0-9-]{0,19}$');
comment on column account.granted is 'Whether it has the role and what else stands here; else it was only made for that, and nobody signs in with it';
comment on column account.unit is 'Code of the unit it belongs to; null for none. Reaches nothing';

create table asked_rights (
    account_id uuid not null references account (id),
    alone      boolean not null,
    role       text not null,
    officer_id uuid,
    schools    text[] not null,
    unit       text,
    asked_by   uuid not null references account (id),
    asked_at   timestamptz not null default now(),
    primary key (account_id, alone),
    constraint asked_rights_role_is_known check (role in ('sro', 'supervisor', 'coordinator', 'provider', 'school-admin',
                                                          'analyst', 'auditor', 'clerk', 'sysadmin')),
    constraint asked_rights_wait_for_another check (asked_by <> account_id)
);
comment on table asked_rights is 'Rights of accounts that wait for a second person; removed when one has decided. The account''s stream has it all';
comment on column asked_rights.alone is 'Whether they act already, given by one person while no other was there, and wait to be confirmed; else they wait to be granted';
comment on column asked_rights.asked_by is 'Account that asked for them or gave them; whoever decides is another';
