-- What can be asked before a tenant is known. Each function answers one question about one thing that the
-- caller already holds (a key, a token, a reference) and runs with the owner's rights; the role that may call
-- it sees no table.

create function find_key(hash bytea, at timestamptz)
returns table (
  id text, tenant_id text, kind text, scopes text[], origins text[], demo boolean, expires_at timestamptz
)
language sql stable security definer set search_path = '' as $$
  select k.id, k.tenant_id, k.kind, k.scopes, k.origins, k.demo, k.expires_at
  from public.keys k
  where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
$$;

create function find_case(reference text)
returns table (id text, tenant_id text, pin_hash text)
language sql stable security definer set search_path = '' as $$
  select a.id, a.tenant_id, a.pin_hash from public.applications a where a.reference = $1
$$;

-- A session lives as long as neither itself nor the key of its page has ended.
create function find_session(token_hash bytea, at timestamptz)
returns table (
  tenant_id text, application_id text, key_id text, origins text[], demo boolean,
  expires_at timestamptz, ends_at timestamptz
)
language sql stable security definer set search_path = '' as $$
  select s.tenant_id, s.application_id, s.key_id, k.origins, k.demo, s.expires_at, s.ends_at
  from public.sessions s join public.keys k on k.id = s.key_id
  where s.token_hash = $1 and s.expires_at > $2
    and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
$$;

create function create_session(
  token_hash bytea, tenant_id text, application_id text, key_id text,
  expires_at timestamptz, ends_at timestamptz, created_at timestamptz
) returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.sessions (token_hash, tenant_id, application_id, key_id, expires_at, ends_at, created_at)
  values ($1, $2, $3, $4, least($5, $6), $6, $7)
$$;

create function extend_session(token_hash bytea, at timestamptz, until timestamptz)
returns table (expires_at timestamptz, ends_at timestamptz)
language sql volatile security definer set search_path = '' as $$
  update public.sessions s set expires_at = least($3, s.ends_at)
  where s.token_hash = $1 and exists (select from public.find_session($1, $2))
  returning s.expires_at, s.ends_at
$$;

create function close_session(token_hash bytea) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.sessions s where s.token_hash = $1
$$;

-- For preflights, which carry no key: origins that any live key allows.
create function known_origins(at timestamptz) returns setof text
language sql stable security definer set search_path = '' as $$
  select distinct unnest(k.origins) from public.keys k
  where k.revoked_at is null and (k.expires_at is null or k.expires_at > $1)
$$;

revoke execute on function
  find_key, find_case, find_session, create_session, extend_session, close_session, known_origins from public;
grant execute on function
  find_key, find_case, find_session, create_session, extend_session, close_session, known_origins
  to lintas_gate;
-- A call's effect and its stored answer share one transaction, which runs inside a tenant.
grant execute on function create_session, extend_session, close_session to lintas_app;
