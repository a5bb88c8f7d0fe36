-- What can be asked about documents before a tenant is known (see 0008-gate.sql): by a reviewer of another tenant, by a
-- page, and by a session that gave its code once more.

-- Why a tenant may review a document: its own case, a consent of the person, or an assignment by the authority.
-- A partner has to have the role for it. Of several grounds, the one that lasts longest.
create function review_grounds(reviewer text, at timestamptz)
returns table (tenant_id text, document_id text, application_id text, ground text, until timestamptz)
language sql stable security definer set search_path = '' as $$
  select distinct on (g.tenant_id, g.document_id) g.* from (
    select d.tenant_id, d.id as document_id, d.application_id, 'own' as ground, null::timestamptz as until
      from public.documents d where d.tenant_id = $1
    union all
    select d.tenant_id, d.id, d.application_id, 'consent', c.expires_at
      from public.consents c
      join public.documents d on d.tenant_id = c.tenant_id and d.application_id = c.application_id
      where c.partner_id = $1 and c.withdrawn_at is null and c.expires_at > $2
        and exists (select from public.tenants t where t.id = $1 and 'verifier' = any (t.roles))
    union all
    select a.tenant_id, a.document_id, d.application_id, 'assignment', a.until
      from public.assignments a
      join public.documents d on d.tenant_id = a.tenant_id and d.id = a.document_id
      where a.partner_id = $1 and a.until > $2
        and exists (select from public.tenants t where t.id = $1 and 'verifier' = any (t.roles))
  ) g order by g.tenant_id, g.document_id, g.until desc nulls first
$$;

-- A reviewer's queue, oldest first. `show`: 'open' nobody works on it, 'mine', or null for both.
create function list_reviews(reviewer text, at timestamptz, show text, after text, wanted integer)
returns table (tenant_id text, document_id text, ground text, until timestamptz)
language sql stable security definer set search_path = '' as $$
  select g.tenant_id, g.document_id, g.ground, g.until
  from public.review_grounds($1, $2) g
  join public.documents d on d.tenant_id = g.tenant_id and d.id = g.document_id
  cross join lateral (select d.claimed_until > $2 as claimed, d.claimed_by = $1 as by_me) c
  where d.state = 'received' and ($4 is null or d.id > $4)
    and case $3
      when 'mine' then c.claimed and c.by_me
      when 'open' then c.claimed is not true
      else c.claimed is not true or c.by_me
    end
  order by d.id limit $5
$$;

create function find_review(reviewer text, document_id text, at timestamptz)
returns table (tenant_id text, ground text, until timestamptz)
language sql stable security definer set search_path = '' as $$
  select g.tenant_id, g.ground, g.until from public.review_grounds($1, $3) g where g.document_id = $2
$$;

-- Partners that can be asked to review documents.
create function list_verifiers() returns table (id text, name jsonb)
language sql stable security definer set search_path = '' as $$
  select t.id, t.name from public.tenants t where 'verifier' = any (t.roles) order by t.id
$$;

-- Whose keys these are, for the person who reads who did what.
create function name_key_holders(keys text[]) returns table (key_id text, kind text, name jsonb)
language sql stable security definer set search_path = '' as $$
  select k.id, t.kind, t.name from public.keys k join public.tenants t on t.id = k.tenant_id where k.id = any ($1)
$$;

-- Everything that was said of a file.
create function find_attestations(sha256 bytea)
returns table (
  id text, kind text, authority jsonb, by text, verifier jsonb, issued_at timestamptz, revoked_at timestamptz, jws text
)
language sql stable security definer set search_path = '' as $$
  select a.id, a.kind, t.name, a.by, v.name, a.issued_at, a.revoked_at, a.jws
  from public.attestations a
  join public.tenants t on t.id = a.tenant_id
  join public.tenants v on v.id = a.verifier
  where a.sha256 = $1 order by a.id
$$;

-- Where an attestation stands, for those who may take it back: the authority, and whoever accepted the document.
create function find_attestation(id text, caller text) returns table (tenant_id text)
language sql stable security definer set search_path = '' as $$
  select a.tenant_id from public.attestations a where a.id = $1 and (a.tenant_id = $2 or a.verifier = $2)
$$;

create function step_up_session(token_hash bytea, at timestamptz, until timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update public.sessions s set stepped_up_until = $3
  where s.token_hash = $1 and exists (select from public.find_session($1, $2))
$$;

create function is_stepped_up(token_hash bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.sessions s where s.token_hash = $1 and s.stepped_up_until > $2)
$$;

revoke execute on function
  review_grounds, list_reviews, find_review, list_verifiers, name_key_holders, find_attestations, find_attestation,
  step_up_session, is_stepped_up from public;
grant execute on function
  list_reviews, find_review, list_verifiers, name_key_holders, find_attestations, find_attestation, step_up_session,
  is_stepped_up to lintas_gate;
-- Within the tenant of a case these are asked as well.
grant execute on function list_verifiers, name_key_holders, is_stepped_up to lintas_app;
-- Public halves only.
grant select (id, public_key, created_at, retired_at) on signing_keys to lintas_gate;
