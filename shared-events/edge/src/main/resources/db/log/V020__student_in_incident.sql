create table log.student_in_incident (
  claim          bytea not null,
  subject_handle uuid  not null,
  constraint a_student_once_per_incident primary key (claim),
  constraint one_claim_per_case unique (subject_handle)
);
comment on table log.student_in_incident is 'Holds a student''s place in an incident, written and given up with the events that say so.';
comment on column log.student_in_incident.claim is 'HMAC of the incident under a key derived from the student''s: without that key it tells neither, and joins no two cases.';
