-- Who may do what with the log, said anew after each start's migrations.
revoke all on all tables in schema log from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke all on all sequences in schema log from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke execute on all functions in schema log from public;
grant usage on schema log to brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;

grant select on all tables in schema log to brightline_writer, brightline_projector, brightline_reader, brightline_backup;
grant select on all sequences in schema log to brightline_backup;
grant select on log.recorded_time to brightline_door;

grant insert on log.domain_event_entry, log.event_secret, log.rehearsal to brightline_writer;
grant usage on sequence log.event_index to brightline_writer;
-- A claim is given up with the event that says so.
grant insert, delete on log.student_in_incident to brightline_writer;
grant execute on function log.simulate() to brightline_writer;

-- Where each reader of the log stands, and what it could not handle.
grant insert, update, delete on log.token_entry, log.dead_letter_entry to brightline_projector;
