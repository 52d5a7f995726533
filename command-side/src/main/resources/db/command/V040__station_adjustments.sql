create table command.station_adjustment (
  diversion_id   uuid not null,
  interaction_id uuid not null,
  subject_handle uuid not null,
  kind           text not null,
  offence        text not null,
  issued_on      date not null,
  constraint station_adjustment_pk primary key (diversion_id)
);
comment on table command.station_adjustment is
  'Station adjustments as our records have them, to be counted against the limits on their number. Of the student only the handle in the case.';
comment on column command.station_adjustment.kind is 'Code of the list outcome.';
comment on column command.station_adjustment.offence is 'Code of the list offence-level.';
create index on command.station_adjustment (subject_handle);
create index on command.station_adjustment (interaction_id);
