-- A ciphertext that could be changed or removed by whoever may write would take a record away without a key being destroyed.
create trigger refuse_change before update or delete or truncate on log.event_secret
  for each statement execute function log.refuse_change();
alter table log.event_secret enable always trigger refuse_change;
