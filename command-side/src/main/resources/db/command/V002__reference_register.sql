create table command.agency_settings (
  only_row             boolean not null default true,
  name                 text    not null,
  zone                 text    not null,
  school_year_start    text    not null,
  jurisdiction         text    not null,
  late_after_hours     integer not null,
  small_cell_threshold integer not null,
  statistics           text    not null,
  constraint agency_settings_pk primary key (only_row),
  constraint one_agency check (only_row)
);
comment on table command.agency_settings is 'The agency''s settings as its latest event says. No row until it said something.';
comment on column command.agency_settings.school_year_start is 'Month and day, --08-01.';

create table command.school (
  code        text    not null,
  name        text    not null,
  provisional boolean not null,
  constraint school_pk primary key (code)
);
comment on table command.school is 'Schools by the code that is their identity. Provisional: named by an import, confirmed by nobody yet.';

create table command.officer (
  officer_id  uuid not null,
  star_number text not null,
  name        text not null,
  capacity    text not null,
  constraint officer_pk primary key (officer_id),
  constraint star_number_taken unique (star_number)
);
comment on column command.officer.capacity is 'The usual capacity, list/code; each action carries its own.';

create table command.agreement_in_force (
  agreement_id uuid    not null,
  from_day     date    not null,
  to_day       date,
  rule_set     integer not null,
  constraint agreement_in_force_pk primary key (agreement_id, from_day),
  constraint agreements_overlap exclude using gist (daterange(from_day, to_day, '[]') with &&)
);
comment on table command.agreement_in_force is 'The days each agreement binds, both ends included, and the rule set that reads contacts on them. One agreement a day.';
comment on column command.agreement_in_force.to_day is 'Null while open.';

-- A sequence gives no number twice, not even after a rollback: what a reader keeps under a number never changes.
create sequence command.register_edition cache 1;
create table command.register_state (
  only_row boolean not null default true,
  edition  bigint  not null,
  constraint register_state_pk primary key (only_row),
  constraint one_register check (only_row)
);
comment on table command.register_state is 'Changes with every change of the register, in the same transaction: whoever holds the same edition holds the same register.';
insert into command.register_state (edition) values (nextval('command.register_edition'));
