alter table api_token add column credential_version integer;
update api_token set credential_version = account.credential_version from account where account.id = api_token.account_id;
alter table api_token alter column credential_version set not null;
comment on column api_token.credential_version is 'Of the account when the token was made; a token of an older one is good no more';
comment on column account.credential_version is 'Counts password changes and closings; what was signed in with, or made under, an older one ends';

-- Rows of before are read with what they have and refused.
alter table account add constraint account_schools_are_codes check (array_position(schools, null) is null) not valid;
