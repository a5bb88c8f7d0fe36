-- Who takes part, and what their systems and pages prove themselves with.
-- Ids are compared byte by byte (collation "C"): their order is the order in which they were made.

create table tenants (
  id text collate "C" primary key check (id <> '' and id <> '*'),
  kind text not null check (kind in ('authority', 'partner')),
  name jsonb not null,
  issuer text unique check (char_length(issuer) = 2),
  legal_help jsonb not null,
  created_at timestamptz not null,
  check ((kind = 'authority') = (issuer is not null))
);
select wall_by_tenant('tenants', 'id');
grant select on tenants to lintas_app;

create table keys (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants,
  kind text not null check (kind in ('publishable', 'secret')),
  hash bytea not null unique check (octet_length(hash) = 32),
  scopes text[] not null,
  origins text[] not null,
  demo boolean not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null
);
select wall_by_tenant('keys');
create index keys_of_tenant on keys (tenant_id, id);
