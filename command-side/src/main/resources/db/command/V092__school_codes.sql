create table command.school_code (
  school    text not null references command.school,
  code      text not null,
  first_day date,
  last_day  date
);
comment on table command.school_code is 'The codes a school bears or bore, by days of the agency''s zone, both ends included.';
comment on column command.school_code.school is 'The first code, which is the school''s identity.';
comment on column command.school_code.first_day is 'Null for since ever.';
comment on column command.school_code.last_day is 'Null while it is borne.';
create index on command.school_code (school);
-- Of two commands at once that give one code to two schools, the second one fails.
create unique index school_code_borne on command.school_code (code) where last_day is null;

insert into command.school_code (school, code) select code, code from command.school;
