-- Whoever could write log.recorded_time could choose when a record was made: it is changed through this function alone.
create function log.simulate() returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  update log.recorded_time set mode = 'SIMULATION' where not exists (select from log.domain_event_entry);
  return found;
end $$;
comment on function log.simulate() is 'Makes a log without events take simulated times. False, and nothing changed, where it has events.';
