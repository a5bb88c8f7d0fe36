-- Applications, and the log of what happened to each.

create table applications (
  id text collate "C" not null,
  tenant_id text collate "C" not null references tenants,
  reference text collate "C" not null unique,
  pin_hash text not null,
  external_id text,
  kind text collate "C" not null,
  office text,
  filed_at timestamptz not null,
  facts jsonb not null,
  state jsonb not null,
  status text collate "C" not null check (status = state ->> 'status'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  source_synced_at timestamptz not null,
  -- Also what a list without a filter walks along, newest first.
  primary key (tenant_id, id),
  unique (tenant_id, external_id)
);
select wall_by_tenant('applications');

-- One index for each set of filters that a list can have, each in the order of the list: a page costs the same at
-- any size, also where hardly anything fits. (With an index for each filter alone, a list by two of them reads
-- everything that fits the one until it has found a page that fits the other.)
create index applications_by_status on applications (tenant_id, status, id);
create index applications_by_kind on applications (tenant_id, kind, id);
create index applications_by_office on applications (tenant_id, office, id);
create index applications_by_status_kind on applications (tenant_id, status, kind, id);
create index applications_by_status_office on applications (tenant_id, status, office, id);
create index applications_by_kind_office on applications (tenant_id, kind, office, id);
create index applications_by_status_kind_office on applications (tenant_id, status, kind, office, id);

grant select, insert on applications to lintas_app;
-- What events change. Whatever identifies a case stays as it was registered.
grant update (state, status, updated_at, source_synced_at) on applications to lintas_app;

create table events (
  application_id text collate "C" not null,
  tenant_id text collate "C" not null,
  seq integer not null check (seq >= 1),
  event jsonb not null check ((event ->> 'seq')::integer = seq),
  created_at timestamptz not null,
  primary key (application_id, seq),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select wall_by_tenant('events');
create index events_of_application on events (tenant_id, application_id);
-- The log is only ever appended to.
grant select, insert on events to lintas_app;
