update command.mail_sent
   set news = replace(news, '/' || told.class || '/', '/' || told.event || '/')
  from (values ('ReviewOpened', 'review.opened'),
               ('DeadlineSet', 'deadline.set'),
               ('DeadlineMissed', 'deadline.missed'),
               ('NoticeDue', 'disclosure.notice-due'),
               ('RequestReceived', 'request.received')) as told (class, event)
 where split_part(news, '/', 3) = told.class;
comment on column command.mail_sent.news is 'The item, the name its event is stored under and when that was recorded, such as review/<id>/review.opened/<moment>.';
