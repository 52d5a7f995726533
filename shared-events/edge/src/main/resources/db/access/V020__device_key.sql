create table device_key (
    account_id uuid primary key references account (id),
    key        bytea not null,
    created_at timestamptz not null default now(),
    constraint device_key_is_256_bits check (octet_length(key) = 32)
);
comment on table device_key is 'What a browser keeps of unsent entries is sealed with this; handed to the signed-in account alone, and of no use without the device';
comment on column device_key.key is 'AES-256, made at random when first asked for; stays the same, so that a draft opens after the next sign-in';
