-- Who did what to a case. Entries are only ever added, and each carries the hash of the one before it, so a
-- changed, missing or cut entry shows. A writer who owns the database can still rewrite a whole chain:
-- against that, heads are exported and kept elsewhere.

create table audit (
  tenant_id text collate "C" not null references tenants,
  position bigint not null check (position >= 1),
  at timestamptz not null,
  actor text not null,
  action text not null,
  application_id text collate "C",
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, position)
);
select wall_by_tenant('audit');
grant select, insert on audit to lintas_app;

-- Puts a new entry at the end of its tenant's chain. The lock makes writers of one tenant wait for each other
-- until they commit, so a transaction writes its entry last.
-- hash = sha256(previous_hash || JSON array of tenant_id, position, at, actor, action, application_id)
create function chain_audit() returns trigger
language plpgsql set search_path = '' as $$
declare
  head record;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('lintas audit ' || new.tenant_id, 0));
  select position, hash into head from public.audit
    where tenant_id = new.tenant_id order by position desc limit 1;
  new.at := pg_catalog.date_trunc('milliseconds', new.at);
  new.position := coalesce(head.position, 0) + 1;
  new.previous_hash := coalesce(head.hash, pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex'));
  new.hash := pg_catalog.sha256(new.previous_hash || pg_catalog.convert_to(
    pg_catalog.jsonb_build_array(
      new.tenant_id,
      new.position,
      pg_catalog.to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      new.actor,
      new.action,
      new.application_id
    )::text,
    'UTF8'));
  return new;
end
$$;
create trigger chain before insert on audit for each row execute function chain_audit();
