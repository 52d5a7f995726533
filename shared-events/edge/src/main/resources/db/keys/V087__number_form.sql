create table keys.number_form (
  edition      int  not null,
  last_student uuid not null,
  ended_at     timestamptz,
  constraint number_form_pk primary key (edition)
);
comment on table keys.number_form is 'How far the numbers known before an edition of the form in which numbers are compared were indexed again in it.';
comment on column keys.number_form.last_student is 'In the order of their ids, the last student whose number was looked at.';
comment on column keys.number_form.ended_at is 'Null while some are left.';
