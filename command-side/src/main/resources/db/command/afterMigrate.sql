-- Who may do what with the command side's registers, said anew after each start's migrations.
revoke all on all tables in schema command from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke all on all sequences in schema command from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke execute on all functions in schema command from public;
grant usage on schema command to brightline_writer, brightline_projector, brightline_reader, brightline_backup;

grant select on all tables in schema command to brightline_reader, brightline_projector, brightline_backup;
grant select on all sequences in schema command to brightline_backup;

grant select, insert, update, delete on all tables in schema command to brightline_writer;
grant usage on all sequences in schema command to brightline_writer;
revoke delete on command.idempotency from brightline_writer;
grant execute on function command.forget_answers(integer) to brightline_writer;
revoke insert, update, delete on command.flyway_schema_history from brightline_writer;
