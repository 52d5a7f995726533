-- What was stated of a student who stands in no list is found by the student's cases.
create index event_secret_identity on log.event_secret (subject_handle) where part = 'IDENTITY';
