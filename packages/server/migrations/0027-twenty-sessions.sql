-- A case has at most twenty sessions: with one more the oldest ends. Nobody is refused a session, or somebody who opens
-- many could shut a person out of their own case.

create or replace function create_session(
  token_hash bytea, tenant_id text, application_id text, key_id text,
  expires_at timestamptz, ends_at timestamptz, created_at timestamptz
) returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.sessions (token_hash, tenant_id, application_id, key_id, expires_at, ends_at, created_at)
  values ($1, $2, $3, $4, least($5, $6), $6, $7);
  delete from public.sessions s where s.token_hash in (
    select o.token_hash from public.sessions o
    where o.tenant_id = $2 and o.application_id = $3 and o.expires_at > $7 and o.token_hash <> $1
    order by o.created_at desc, o.token_hash offset 19)
$$;
