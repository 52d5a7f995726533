alter table command.idempotency add column receipt text;
comment on column command.idempotency.receipt is 'The signed receipt, so that who asks again gets the same one; null where nothing was recorded.';
comment on column command.idempotency.last_event_id is 'The last event of the submission; null where it asked for what was already so.';
