-- Cases that people have open, and how often somebody failed to open one.

create table sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  tenant_id text collate "C" not null,
  application_id text collate "C" not null,
  key_id text collate "C" not null references keys on delete cascade,
  expires_at timestamptz not null,
  ends_at timestamptz not null check (expires_at <= ends_at),
  created_at timestamptz not null,
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select wall_by_tenant('sessions');
create index sessions_of_application on sessions (tenant_id, application_id);
create index sessions_of_key on sessions (key_id);
create index sessions_by_expiry on sessions (expires_at);

create table tries (
  bucket bytea primary key,
  failures integer not null check (failures >= 0),
  window_started_at timestamptz not null,
  next_allowed_at timestamptz not null
);
grant select, insert, update, delete on tries to lintas_gate;
