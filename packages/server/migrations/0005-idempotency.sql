-- First answers of POSTs, written in the transaction of their effect.

create table idempotency (
  tenant_id text collate "C" not null references tenants,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  status integer not null check (status between 200 and 299),
  sealed_answer bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, key_hash)
);
select wall_by_tenant('idempotency');
create index idempotency_by_age on idempotency (created_at);
grant select, insert, delete on idempotency to lintas_app;
