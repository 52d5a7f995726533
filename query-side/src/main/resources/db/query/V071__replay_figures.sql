alter table rm.replay add column compared_at timestamptz;
comment on column rm.replay.compared_at is 'When the comparison was done; null before, and for those of before this column.';

create table rm.replay_figure (
  replay_id uuid   not null references rm.replay,
  figure    text   not null,
  live      bigint not null,
  rebuilt   bigint not null,
  constraint replay_figure_pk primary key (replay_id, figure)
);
comment on table rm.replay_figure is 'Headline figures counted in the live and in the rebuilt tables, when a replay was compared.';
