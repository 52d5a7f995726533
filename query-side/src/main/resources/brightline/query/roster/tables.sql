-- version 2
create table $rm.roster_officer (
  officer          uuid   not null,
  name             text   not null,
  capacity         text   not null,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint roster_officer_pk primary key (officer, known_from_index)
);
comment on table $rm.roster_officer is 'Officers as registered, with the capacity they usually act in.';
comment on column $rm.roster_officer.capacity is 'Code of the list capacity.';

create table $rm.roster_star (
  officer          uuid   not null,
  star_number      text   not null,
  first_day        date   not null,
  last_day         date,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint roster_star_pk primary key (officer, star_number, first_day, known_from_index)
);
comment on table $rm.roster_star is 'Stars by the days on which officers wear them, both ends included.';
comment on column $rm.roster_star.first_day is 'The first day of the first year for since ever.';
comment on column $rm.roster_star.last_day is 'Null while it is worn.';
create index on $rm.roster_star (star_number);

create table $rm.roster_assignment (
  officer          uuid        not null,
  school           text        not null,
  first_day        date        not null,
  last_day         date,
  post             text,
  started_at       timestamptz not null,
  ended_at         timestamptz,
  known_from_index bigint      not null,
  known_to_index   bigint,
  constraint roster_assignment_pk primary key (officer, school, first_day, known_from_index)
);
comment on table $rm.roster_assignment is 'Who serves which school on which days, version by version.';
comment on column $rm.roster_assignment.last_day is 'Included; null while open.';
comment on column $rm.roster_assignment.post is 'Code of the list post; null where nobody said.';
comment on column $rm.roster_assignment.started_at is 'When the start was recorded: after its first day it is back-dated.';
comment on column $rm.roster_assignment.ended_at is 'When the end was recorded.';

create table $rm.roster_confirmation (
  officer          uuid   not null,
  school           text   not null,
  confirmed_on     date   not null,
  side             text   not null,
  known_from_index bigint not null,
  constraint roster_confirmation_pk primary key (officer, school, confirmed_on, side, known_from_index)
);
comment on table $rm.roster_confirmation is 'Days on which somebody found an assignment as recorded.';
comment on column $rm.roster_confirmation.side is 'Code of the list roster-side.';

create table $rm.roster_list (
  side             text   not null,
  list_day         date   not null,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint roster_list_pk primary key (side, list_day, known_from_index)
);
comment on table $rm.roster_list is 'Lists of who serves where, as the police and the schools each sent them.';

create table $rm.roster_list_line (
  side             text   not null,
  list_day         date   not null,
  known_from_index bigint not null,
  star_number      text   not null,
  school           text   not null,
  constraint roster_list_line_pk primary key (side, list_day, known_from_index, star_number, school)
);
comment on column $rm.roster_list_line.known_from_index is 'Of the list it stands on.';

create table $rm.officer_screening (
  officer             uuid   not null,
  screened_on         date   not null,
  criteria_version    text   not null,
  facts               text[] not null,
  result              text   not null,
  principal_consulted text,
  known_from_index    bigint not null,
  known_to_index      bigint,
  constraint officer_screening_pk primary key (officer, screened_on, known_from_index)
);
comment on column $rm.officer_screening.principal_consulted is 'YES or NO; null where nobody said.';

create table $rm.officer_complaint (
  officer          uuid   not null,
  complaint        text   not null,
  received_on      date   not null,
  about            text[] not null,
  known_from_index bigint not null,
  constraint officer_complaint_pk primary key (officer, complaint)
);

create table $rm.officer_complaint_statement (
  officer             uuid   not null,
  complaint           text   not null,
  stated_on           date   not null,
  discipline_probable text,
  known_from_index    bigint not null,
  known_to_index      bigint,
  constraint officer_complaint_statement_pk primary key (officer, complaint, stated_on, known_from_index)
);
comment on table $rm.officer_complaint_statement is 'How probable discipline was said to be, from a day on.';
comment on column $rm.officer_complaint_statement.discipline_probable is 'YES or NO; null where nobody said.';

create table $rm.officer_complaint_finding (
  officer          uuid   not null,
  complaint        text   not null,
  found_on         date   not null,
  finding          text   not null,
  about            text[] not null,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint officer_complaint_finding_pk primary key (officer, complaint, found_on, known_from_index)
);
comment on table $rm.officer_complaint_finding is 'Findings by their day; on any day the latest one up to it holds.';

create table $rm.officer_training (
  officer          uuid    not null,
  topic            text    not null,
  held_from        date    not null,
  expires_on       date,
  waived           boolean not null,
  number           text,
  known_from_index bigint  not null,
  known_to_index   bigint,
  constraint officer_training_pk primary key (officer, topic, held_from, known_from_index)
);
comment on column $rm.officer_training.topic is 'list/code.';
comment on column $rm.officer_training.held_from is 'Day of completion, or first day of a waiver.';
comment on column $rm.officer_training.expires_on is 'First day on which it no longer holds; null where it does not expire.';

create table $rm.officer_acknowledgement (
  officer          uuid   not null,
  agreement_id     uuid   not null,
  version          int    not null,
  acknowledged_on  date   not null,
  known_from_index bigint not null,
  constraint officer_acknowledgement_pk primary key (officer, agreement_id, version)
);

create table $rm.programme_rule (
  from_day         date   not null,
  kind             text   not null check (kind in ('SET', 'ELIGIBILITY', 'TOPIC')),
  code             text   not null,
  name             text,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint programme_rule_pk primary key (from_day, kind, code, known_from_index)
);
comment on table $rm.programme_rule is 'What the agency asks of officers from a day on: one row SET for the day, and one for each rule and topic.';
comment on column $rm.programme_rule.code is 'list/code; a dash in the row SET.';

create table $rm.programme_coordinator (
  first_day        date   not null,
  name             text   not null,
  last_day         date,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint programme_coordinator_pk primary key (first_day, known_from_index)
);
comment on column $rm.programme_coordinator.last_day is 'Included; null while open.';

create table $rm.school_programme_status (
  school           text   not null,
  from_day         date   not null,
  status           text   not null,
  vote_on          date,
  vote_body        text,
  votes_for        int,
  votes_against    int,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint school_programme_status_pk primary key (school, from_day, known_from_index)
);
comment on column $rm.school_programme_status.status is 'Code of the list programme-status; holds until another day has one.';
comment on column $rm.school_programme_status.vote_body is 'Code of the list vote-body; null where no vote was recorded.';

create table $rm.school_enrolment (
  school           text   not null,
  day              date   not null,
  total            int    not null,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint school_enrolment_pk primary key (school, day, known_from_index)
);
comment on table $rm.school_enrolment is 'Students enrolled on a day, as counted.';

create table $rm.school_enrolment_group (
  school           text   not null,
  day              date   not null,
  known_from_index bigint not null,
  code_list        text   not null,
  code             text   not null,
  students         int    not null,
  constraint school_enrolment_group_pk primary key (school, day, known_from_index, code_list, code)
);
comment on column $rm.school_enrolment_group.known_from_index is 'Of the count it belongs to.';

create table $rm.agreement_paper (
  agreement_id     uuid   not null,
  kind             text   not null,
  title            text   not null,
  parties          text[] not null,
  known_from_index bigint not null,
  constraint agreement_paper_pk primary key (agreement_id)
);

create table $rm.agreement_version (
  agreement_id     uuid   not null,
  version          int    not null,
  written_on       date   not null,
  parties          text[] not null,
  known_from_index bigint not null,
  constraint agreement_version_pk primary key (agreement_id, version)
);

create table $rm.agreement_clause (
  agreement_id uuid not null,
  version      int  not null,
  clause       text not null,
  present      text,
  section      text,
  constraint agreement_clause_pk primary key (agreement_id, version, clause)
);
comment on column $rm.agreement_clause.present is 'YES or NO; null where nobody looked.';

create table $rm.agreement_sharing (
  agreement_id uuid not null,
  version      int  not null,
  place        int  not null,
  records      text not null,
  shown_to     text not null,
  basis        text not null,
  constraint agreement_sharing_pk primary key (agreement_id, version, place)
);

create table $rm.agreement_hearing (
  agreement_id     uuid   not null,
  version          int    not null,
  heard_on         date   not null,
  community_group  text   not null,
  changed          text,
  known_from_index bigint not null,
  constraint agreement_hearing_pk primary key (known_from_index)
);
comment on column $rm.agreement_hearing.changed is 'What was changed for it; null where nothing was.';

create table $rm.agreement_adoption (
  agreement_id     uuid   not null,
  version          int    not null,
  from_day         date   not null,
  to_day           date,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint agreement_adoption_pk primary key (agreement_id, from_day, known_from_index)
);
comment on table $rm.agreement_adoption is 'Days on which a version is in effect as text, both ends included.';

create table $rm.agreement_binding (
  agreement_id     uuid   not null,
  rule_set         int    not null,
  from_day         date   not null,
  to_day           date,
  known_from_index bigint not null,
  known_to_index   bigint,
  constraint agreement_binding_pk primary key (agreement_id, from_day, known_from_index)
);
comment on table $rm.agreement_binding is 'Days on which it is in force and its rule set reads contacts, both ends included.';

create table $rm.agreement_rule_set (
  agreement_id     uuid   not null,
  rule_set         int    not null,
  step             text   not null check (step in ('PROPOSED', 'TESTED', 'APPROVED')),
  on_day           date   not null,
  from_day         date,
  to_day           date,
  involvements     bigint,
  changed          bigint,
  approved_by      text,
  known_from_index bigint not null,
  constraint agreement_rule_set_pk primary key (known_from_index)
);
comment on column $rm.agreement_rule_set.changed is 'Involvements that got another class in the test.';
