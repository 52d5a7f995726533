create table command.mail_sent (
  news text not null,
  constraint mail_sent_pk primary key (news)
);
comment on table command.mail_sent is 'What was told by mail: the item, the event and its moment. Nothing of a person.';
