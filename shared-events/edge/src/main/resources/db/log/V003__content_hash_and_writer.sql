do $$
begin
  if exists (select from log.domain_event_entry) then
    raise exception 'This log holds events without content hashes, written by a trial version: start with an empty database';
  end if;
end $$;

alter table log.domain_event_entry
  add column content_hash bytea not null,
  add column writer_id    text  not null,
  add column writer_mac   bytea not null,
  add constraint content_hash_is_sha_256 check (octet_length(content_hash) = 32),
  add constraint writer_mac_is_hmac_sha_256 check (octet_length(writer_mac) = 32);
comment on column log.domain_event_entry.content_hash is 'SHA-256 over everything the writer wrote, each field with its length before it (ADR 10).';
comment on column log.domain_event_entry.writer_id is 'Names the writer''s key: the first 8 bytes of its SHA-256.';
comment on column log.domain_event_entry.writer_mac is 'HMAC-SHA-256 of the content hash under the writer''s key, which is never in the database.';
