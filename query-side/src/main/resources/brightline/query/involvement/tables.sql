-- version 4
create table $rm.involvement_fact (
  fact_key             uuid        not null,
  interaction_id       uuid        not null,
  incident_id          uuid        not null,
  primary_incident_id  uuid        not null,
  incident_number      text        not null,
  own_school           text        not null,
  own_day              date        not null,
  school               text        not null,
  home_school          text,
  place                text,
  in_session           text,
  occurred_at          timestamptz not null,
  occurred_on          date        not null,
  month                text        not null,
  officer              uuid,
  officer_capacity     text,
  role                 text        not null,
  initiator            text,
  requested_by         text,
  tier                 text,
  action               text,
  imminence            text,
  imminence_assumed    boolean     not null,
  race                 text,
  sex                  text,
  grade_band           text,
  disability           text,
  english_learner      text,
  pseudonym            text,
  outcome              text,
  custodial            boolean     not null,
  cited                boolean     not null,
  unit_custodial       boolean     not null,
  unit_cited           boolean     not null,
  arrest_possible      text,
  decision             text        check (decision in ('P', 'A', 'S', 'U')),
  lag_micros           bigint      not null,
  unit_recorded_at     timestamptz,
  unit_lag_micros      bigint,
  import_id            uuid,
  voided               boolean     not null,
  known_from_index     bigint      not null,
  known_from_at        timestamptz not null,
  known_to_index       bigint,
  known_to_at          timestamptz,
  constraint involvement_fact_pk primary key (fact_key)
);
comment on table $rm.involvement_fact is 'One officer in one interaction, as known from one recording to the next. Every figure counts these rows.';
comment on column $rm.involvement_fact.primary_incident_id is 'The incident it counts under: another one where the incident was entered twice.';
comment on column $rm.involvement_fact.own_school is 'Where this record itself says it happened; figures go by school.';
comment on column $rm.involvement_fact.own_day is 'Day of occurred_at in the agency''s zone as it was set then; figures go by occurred_on.';
comment on column $rm.involvement_fact.school is 'Of the incident it counts under; so are place and in_session.';
comment on column $rm.involvement_fact.occurred_at is 'When this record itself says it happened.';
comment on column $rm.involvement_fact.occurred_on is 'Day on which it counts, in the agency''s zone as it was set then: that of the primary record of this student.';
comment on column $rm.involvement_fact.month is 'Month of occurred_on, written 2026-03.';
comment on column $rm.involvement_fact.tier is 'Gravest conduct tier, 0 to 4; null where none was coded.';
comment on column $rm.involvement_fact.action is 'Highest level of this officer''s actions: 0P, 0R, 1, 2, 3, D; null where none was recorded.';
comment on column $rm.involvement_fact.pseudonym is 'The student within one school year, that of the primary record of this student; null where not identified.';
comment on column $rm.involvement_fact.custodial is 'Of what this record says of this officer, or of how it was settled; so is cited.';
comment on column $rm.involvement_fact.unit_custodial is 'Of all entries of this officer, student and incident; so is unit_cited.';
comment on column $rm.involvement_fact.decision is 'M1, over all entries of this student and incident: P alternative without arrest, A arrest, S arrest settled without petition, U open; null where this one is not eligible.';
comment on column $rm.involvement_fact.lag_micros is 'From occurred_at to the first record, in microseconds.';
comment on column $rm.involvement_fact.unit_recorded_at is 'First recorded moment of all entries of this officer, student and incident; null where all came from files.';
comment on column $rm.involvement_fact.unit_lag_micros is 'Lag of the entry that was recorded first.';
comment on column $rm.involvement_fact.known_to_index is 'Index from which another version holds; null for the version that holds now.';
create index on $rm.involvement_fact (interaction_id);
create index on $rm.involvement_fact (incident_id);
create index on $rm.involvement_fact (occurred_on);
create index on $rm.involvement_fact (school, occurred_on);

create table $rm.involvement_class (
  fact_key uuid     not null,
  rule_set smallint not null,
  class    text     not null,
  rule     text     not null,
  reason   text     not null,
  counts   boolean  not null,
  constraint involvement_class_pk primary key (fact_key, rule_set)
);
comment on table $rm.involvement_class is 'What each rule set makes of a fact row.';
comment on column $rm.involvement_class.counts is 'Whether figures count it: of the records of one officer, one student and one incident the one with the worst class, at a tie the primary one.';

create table $rm.incident_link (
  incident_id         uuid   not null,
  primary_incident_id uuid   not null,
  known_from_index    bigint not null,
  constraint incident_link_pk primary key (incident_id, known_from_index)
);
comment on table $rm.incident_link is 'Incidents entered twice: the second one and the one it counts under.';
create index on $rm.incident_link (primary_incident_id);

create table $rm.agency_entry (
  known_from_index     bigint not null,
  name                 text   not null,
  zone                 text   not null,
  school_year_start    text   not null,
  jurisdiction         text   not null,
  late_after_hours     int    not null,
  small_cell_threshold int    not null,
  statistics           text   not null,
  identifiers          text[] not null,
  constraint agency_entry_pk primary key (known_from_index)
);
comment on column $rm.agency_entry.school_year_start is 'First day of the school year, written --08-01.';

create table $rm.school_entry (
  school           text    not null,
  known_from_index bigint  not null,
  name             text    not null,
  provisional      boolean not null,
  code             text    not null,
  code_from        date,
  constraint school_entry_pk primary key (school, known_from_index)
);
comment on column $rm.school_entry.school is 'The first code, which is the school''s identity in all rows.';
comment on column $rm.school_entry.code is 'The code it bears now, which is shown.';
comment on column $rm.school_entry.code_from is 'First day of that code; null for since ever.';
comment on column $rm.school_entry.provisional is 'Named by an import and not yet confirmed.';

create table $rm.officer_entry (
  officer          uuid   not null,
  known_from_index bigint not null,
  name             text   not null,
  star_number      text   not null,
  constraint officer_entry_pk primary key (officer, known_from_index)
);

create table $rm.agreement_entry (
  agreement_id     uuid   not null,
  known_from_index bigint not null,
  title            text,
  rule_set         int,
  first_day        date,
  last_day         date,
  constraint agreement_entry_pk primary key (agreement_id, known_from_index)
);
comment on table $rm.agreement_entry is 'What was said of an agreement, entry by entry; null is what the entry does not say.';

create table $rm.import_entry (
  import_id         uuid   not null,
  known_from_index  bigint not null,
  format            text   not null,
  assumed_imminence text   not null,
  constraint import_entry_pk primary key (import_id, known_from_index)
);

create table $rm.override_entry (
  interaction_id   uuid   not null,
  officer          uuid,
  known_from_index bigint not null,
  class            text   not null,
  constraint override_entry_pk primary key (interaction_id, known_from_index)
);
comment on table $rm.override_entry is 'What a reviewer made of an officer''s part, beside what the rules made of it. The latest for a part holds.';
comment on column $rm.override_entry.officer is 'Null where the record names none.';
