create table command.incident_link (
  incident_id uuid not null,
  primary_id  uuid not null,
  constraint incident_link_pk primary key (incident_id),
  constraint nobodys_own_double check (incident_id <> primary_id)
);
comment on table command.incident_link is 'Which incident is the double of which, written with incident.linked: a rule asks who points at an incident.';
create index incident_link_primary on command.incident_link (primary_id);
