alter table command.idempotency add column mac_version smallint not null default 1;
comment on column command.idempotency.mac_version is 'How the body was read for body_mac: 1, as the document it became, with nulls; 2, as the JSON that arrived, in one spelling.';
