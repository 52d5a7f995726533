-- version 3
create table $rm.diversion_fact (
  diversion_id      uuid        not null,
  known_from_index  bigint      not null,
  known_to_index    bigint,
  interaction_id    uuid        not null,
  kind              text        not null,
  stage             text        not null,
  counts            boolean     not null,
  open              boolean     not null,
  voided            boolean     not null,
  unused_reason     text,
  offered_at        timestamptz,
  officer           uuid,
  provider          text,
  accepted_on       date,
  declined_on       date,
  declined_by       text,
  started_on        date,
  due_on            date,
  service_hours     int,
  offence           text,
  caps              text,
  attorney_approved text,
  state_query       text,
  state_query_at    timestamptz,
  extensions        int         not null,
  breaches          int         not null,
  breached_on       date,
  ended_on          date,
  end_reason        text,
  report_status     text,
  reported_on       date,
  constraint diversion_fact_pk primary key (diversion_id, known_from_index)
);
comment on table $rm.diversion_fact is 'One alternative to arrest or court, as known from one recording to the next.';
comment on column $rm.diversion_fact.known_to_index is 'Index from which another version holds; null for the version that holds now.';
comment on column $rm.diversion_fact.kind is 'Code of the list outcome.';
comment on column $rm.diversion_fact.counts is 'Offered, not declined, not voided: its outcome is to be known one day.';
comment on column $rm.diversion_fact.open is 'It counts and is neither completed, failed nor of unknown outcome.';
comment on column $rm.diversion_fact.caps is 'What the issuing officer was told of the limits on station adjustments by our records.';
comment on column $rm.diversion_fact.state_query is 'Answer of the state''s system; null if it was not asked.';
create index on $rm.diversion_fact (interaction_id);

create table $rm.case_fact (
  interaction_id      uuid    not null,
  known_from_index    bigint  not null,
  known_to_index      bigint,
  agitated            text,
  calming_possible    text,
  calming_attempted   text,
  calming_failed      boolean not null,
  injured             text,
  force_used          boolean not null,
  restrained          boolean not null,
  detained            boolean not null,
  asked               boolean not null,
  questioned          boolean not null,
  questioned_from     timestamptz,
  exemption           text,
  notice_after        boolean not null,
  notice_undocumented boolean not null,
  no_listed_adult     boolean not null,
  minor               text,
  under_ten           text,
  ticketed_by_sro     boolean not null,
  searches            int     not null,
  searches_for_policy int     not null,
  packet_told_at      timestamptz,
  packet_written_at   timestamptz,
  constraint case_fact_pk primary key (interaction_id, known_from_index)
);
comment on table $rm.case_fact is 'How one student was treated in one contact, as known from one recording to the next.';
comment on column $rm.case_fact.agitated is 'YES or NO; null is missing. So are calming_possible, calming_attempted and injured.';
comment on column $rm.case_fact.force_used is 'Force or restraint recorded, by itself or as an action.';
comment on column $rm.case_fact.calming_failed is 'The last attempt told apart did not work.';
comment on column $rm.case_fact.detained is 'An action of level 2 or 3 was recorded.';
comment on column $rm.case_fact.asked is 'Questioning was recorded as an action.';
comment on column $rm.case_fact.questioned is 'How the student was questioned was recorded.';
comment on column $rm.case_fact.notice_after is 'Questions began before the first attempt to reach a guardian.';
comment on column $rm.case_fact.notice_undocumented is 'No attempt is recorded, or none before questions began with its manner.';
comment on column $rm.case_fact.no_listed_adult is 'Neither parent nor a professional of 105 ILCS 5/22-88 is recorded as present.';
comment on column $rm.case_fact.minor is 'Under 18 when it happened: YES or NO; null where no age is recorded or readable.';

create table $rm.referral_fact (
  referral_id      uuid        not null,
  known_from_index bigint      not null,
  known_to_index   bigint,
  school           text        not null,
  kind             text        not null,
  made_at          timestamptz not null,
  made_by          text,
  made_to          text,
  emergency        text,
  conduct          text        not null,
  students         int,
  stage            text        not null,
  officer          uuid,
  answered_at      timestamptz,
  decline_reason   text,
  handed_to        text,
  disposition      text,
  disposed_on      date,
  days_out         int,
  incident_id      uuid,
  owner            text,
  voided           boolean     not null,
  constraint referral_fact_pk primary key (referral_id, known_from_index)
);
comment on table $rm.referral_fact is 'A school''s referral to police or police call, as known from one recording to the next.';
comment on column $rm.referral_fact.conduct is 'Codes of the list cps-scc, parted by commas.';
comment on column $rm.referral_fact.incident_id is 'The police record it was linked to; null while it has no counterpart.';
comment on column $rm.referral_fact.owner is 'Account that looks for the counterpart; null while nobody does.';
create index on $rm.referral_fact (incident_id);

create table $rm.counterpart_owner (
  incident_id      uuid   not null,
  known_from_index bigint not null,
  owner            text   not null,
  constraint counterpart_owner_pk primary key (incident_id, known_from_index)
);
comment on table $rm.counterpart_owner is 'Who looks for the school''s referral to a police record that has none.';

create table $rm.line_fact (
  interaction_id          uuid   not null,
  known_from_index        bigint not null,
  known_to_index          bigint,
  reported_by             uuid,
  unticked                int    not null,
  coercive_mistap         int    not null,
  coercive_did_not_happen int    not null,
  coercive_no_reason      int    not null,
  constraint line_fact_pk primary key (interaction_id, known_from_index)
);
comment on table $rm.line_fact is 'A contact whose officer was shown the line before sending, and what was unticked after that. Contacts without a line shown have no row.';
comment on column $rm.line_fact.reported_by is 'The officer who was shown it; null where the record names none.';
comment on column $rm.line_fact.unticked is 'Actions unticked after the line had been shown.';
comment on column $rm.line_fact.coercive_mistap is 'Of them coercive (code list police-action), by the reason given, list untick-reason.';
