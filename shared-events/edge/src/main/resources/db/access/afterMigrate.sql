-- Who may do what with accounts and with the record of who was shown what, said anew after each start's migrations.
revoke all on all tables in schema access from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke all on all sequences in schema access from brightline_writer, brightline_projector, brightline_reader, brightline_door, brightline_backup;
revoke execute on all functions in schema access from public;
grant usage on schema access to brightline_writer, brightline_reader, brightline_door, brightline_backup;

grant select on all tables in schema access to brightline_backup;
grant select on all sequences in schema access to brightline_backup;

grant select, insert, update on access.account, access.api_token to brightline_writer;
grant select on access.account, access.api_token to brightline_door;
grant select, insert, update, delete on access.asked_rights, access.credential_reset to brightline_writer;
grant select, update on access.credential_reset to brightline_door;
-- Who answers questions needs nothing that lets anybody in.
grant select (id, username, role, officer_id, schools, unit, enabled, granted, must_change_password, credential_version)
  on access.account to brightline_reader;
grant select on access.asked_rights to brightline_reader;
grant select (account_id) on access.second_factor to brightline_reader;
grant select (id, account_id, scopes, created_at, expires_at, revoked_at, credential_version) on access.api_token to brightline_reader;
grant select, insert, update, delete on access.sign_in_failure, access.sign_in_place, access.wrong_sign_in to brightline_writer, brightline_door;
grant select, insert, update, delete on access.second_factor to brightline_writer;
grant select, insert, delete on access.recovery_code to brightline_writer;
grant select on access.second_factor to brightline_door;
grant select, insert on access.device_key to brightline_writer, brightline_reader;
grant select, insert on access.read_audit to brightline_writer, brightline_reader;
