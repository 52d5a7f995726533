create table command.agreement (
  agreement_id uuid not null,
  constraint agreement_pk primary key (agreement_id)
);
comment on table command.agreement is 'Agreements, directives and guidelines that somebody drafted: what can be acknowledged.';
insert into command.agreement (agreement_id) select distinct agreement_id from command.agreement_in_force;
