-- Networks from which a secret key may be used, null for anywhere; and when a key was last used, to the hour, since what
-- nobody uses can be revoked.

alter table keys add column networks text[];
alter table keys add column last_used_at timestamptz;

drop function find_key;
create function find_key(hash bytea, at timestamptz)
returns table (
  id text, tenant_id text, kind text, scopes text[], origins text[], demo boolean, expires_at timestamptz,
  networks text[], last_used_at timestamptz
)
language sql stable security definer set search_path = '' as $$
  select k.id, k.tenant_id, k.kind, k.scopes, k.origins, k.demo, k.expires_at, k.networks, k.last_used_at
  from public.keys k
  where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
$$;

create function note_key_use(key_id text, at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update public.keys set last_used_at = greatest(last_used_at, $2) where id = $1
$$;

revoke execute on function find_key, note_key_use from public;
grant execute on function find_key, note_key_use to lintas_gate;
