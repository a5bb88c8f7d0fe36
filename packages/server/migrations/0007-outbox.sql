-- Wake-ups that are to be sent once their transaction has committed.

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null check (char_length(topic) between 1 and 200),
  created_at timestamptz not null default now()
);
grant insert on outbox to lintas_app, lintas_gate;
