create table command.officer_star (
  officer_id  uuid not null references command.officer,
  star_number text not null,
  first_day   date,
  last_day    date
);
comment on table command.officer_star is 'The stars an officer wears or wore, by days of the agency''s zone, both ends included.';
comment on column command.officer_star.first_day is 'Null for since ever.';
comment on column command.officer_star.last_day is 'Null while it is worn.';
create index on command.officer_star (officer_id);
-- Of two commands at once that give one star to two officers, the second one fails.
create unique index star_number_worn on command.officer_star (star_number) where last_day is null;

insert into command.officer_star (officer_id, star_number) select officer_id, star_number from command.officer;
alter table command.officer drop constraint star_number_taken;
comment on column command.officer.star_number is 'The last one the officer was given.';
