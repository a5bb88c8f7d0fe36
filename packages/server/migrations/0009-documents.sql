-- Documents: what an application needs, what was handed in, what was checked, who may look, and who confirmed it.

create table requirements (
  id text collate "C" not null,
  tenant_id text collate "C" not null references tenants,
  kind text collate "C" not null,
  -- The order in which they are shown.
  position integer not null,
  requirement jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
select wall_by_tenant('requirements');
create index requirements_by_kind on requirements (kind, tenant_id, position);
grant select on requirements to lintas_app;

-- A document and its upload. What says whose it is (file_name, sha256, fingerprint, mrz) goes when its bytes go.
create table documents (
  id text collate "C" not null,
  tenant_id text collate "C" not null references tenants,
  application_id text collate "C" not null,
  requirement_id text collate "C",
  kind text collate "C" not null,
  side text collate "C" not null,
  file_name text,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  -- How many bytes are safely here.
  received bigint not null check (received between 0 and bytes),
  sha256 bytea check (octet_length(sha256) = 32),
  fingerprint bytea check (octet_length(fingerprint) = 32),
  mrz text,
  state text collate "C" not null,
  reason text collate "C",
  pages integer,
  replaces text collate "C",
  -- Keyed hash of the Idempotency-Key that it was made with by tus creation.
  creation_key bytea unique,
  -- Key in the blob store of the file as it was handed in, and of the copy that reviewers see.
  original text,
  copy text,
  copy_media_type text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  received_at timestamptz,
  -- Until when an unfinished upload can go on.
  expires_at timestamptz,
  -- Until when one process has the work of finishing and checking it for itself.
  work_until timestamptz,
  -- When to look once more for blobs that are no longer needed: whoever was writing one when it ended may have left it.
  sweep_at timestamptz,
  -- Who reviews it, and until when nobody else does.
  claimed_by text collate "C" references tenants,
  claimed_until timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select wall_by_tenant('documents');
create index documents_of_application on documents (tenant_id, application_id, id);
create index documents_to_finish on documents (work_until) where state = 'scanning';
create index documents_to_expire on documents (expires_at) where state in ('queued', 'uploading');
create index documents_to_sweep on documents (sweep_at) where sweep_at is not null;
create index documents_to_review on documents (tenant_id, id) where state = 'received';
create index documents_by_sha256 on documents (sha256) where sha256 is not null;
grant select, insert, update on documents to lintas_app;

-- Pieces of an unfinished upload, each durable in the blob store before its row is written. Together they are
-- without gap: each begins where the one before it ends.
create table segments (
  tenant_id text collate "C" not null,
  document_id text collate "C" not null,
  start bigint not null check (start >= 0),
  length bigint not null check (length > 0),
  blob text not null,
  primary key (tenant_id, document_id, start),
  foreign key (tenant_id, document_id) references documents on delete cascade
);
select wall_by_tenant('segments');
grant select, insert, delete on segments to lintas_app;

create table verifications (
  id text collate "C" not null,
  tenant_id text collate "C" not null,
  document_id text collate "C" not null,
  -- system, partner or authority; and which of them.
  by text collate "C" not null,
  verifier text collate "C" references tenants,
  method text collate "C" not null,
  result text collate "C" not null,
  reason text collate "C",
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references documents on delete cascade
);
select wall_by_tenant('verifications');
create index verifications_of_document on verifications (tenant_id, document_id, id);
grant select, insert on verifications to lintas_app;

-- A person's consent that a partner may review their documents. Rows stay: they are the proof.
create table consents (
  id text collate "C" not null,
  tenant_id text collate "C" not null,
  application_id text collate "C" not null,
  partner_id text collate "C" not null references tenants,
  purpose text collate "C" not null,
  language text not null,
  text_version text not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select wall_by_tenant('consents');
create index consents_of_application on consents (tenant_id, application_id);
create index consents_of_partner on consents (partner_id, expires_at) where withdrawn_at is null;
grant select, insert, update on consents to lintas_app;

-- An authority has a partner review a document of its own case.
create table assignments (
  tenant_id text collate "C" not null,
  document_id text collate "C" not null,
  partner_id text collate "C" not null references tenants,
  until timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, document_id, partner_id),
  foreign key (tenant_id, document_id) references documents on delete cascade
);
select wall_by_tenant('assignments');
create index assignments_of_partner on assignments (partner_id, until);
grant select, insert, update on assignments to lintas_app;

-- Signed statements that a file was accepted. They stay when the document goes, so that it can still be checked.
create table attestations (
  id text collate "C" not null,
  tenant_id text collate "C" not null references tenants,
  document_id text collate "C" not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  kind text collate "C" not null,
  by text collate "C" not null,
  verifier text collate "C" not null references tenants,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  jws text not null,
  primary key (tenant_id, id)
);
select wall_by_tenant('attestations');
create index attestations_by_sha256 on attestations (sha256);
create index attestations_of_document on attestations (tenant_id, document_id);
grant select, insert, update on attestations to lintas_app;

-- What attestations are signed with. The private half is sealed with the installation's key.
create table signing_keys (
  id text collate "C" primary key,
  public_key jsonb not null,
  sealed_private_key bytea not null,
  created_at timestamptz not null,
  -- From then on nothing new is signed with it; what was signed can still be checked.
  retired_at timestamptz
);
grant select on signing_keys to lintas_app;

-- Partners that may review documents.
alter table tenants add column roles text[] not null default '{}';

-- Downloads ask for the code once more.
alter table sessions add column stepped_up_until timestamptz;

-- The person reads who did what with which document.
alter table audit add column document_id text collate "C";
create index audit_of_application on audit (tenant_id, application_id, position) where application_id is not null;

-- As before, and an entry about a document hashes its id as a seventh part.
create or replace function chain_audit() returns trigger
language plpgsql set search_path = '' as $$
declare
  head record;
  parts jsonb;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('lintas audit ' || new.tenant_id, 0));
  select position, hash into head from public.audit
    where tenant_id = new.tenant_id order by position desc limit 1;
  new.at := pg_catalog.date_trunc('milliseconds', new.at);
  new.position := coalesce(head.position, 0) + 1;
  new.previous_hash := coalesce(head.hash, pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex'));
  parts := pg_catalog.jsonb_build_array(
    new.tenant_id,
    new.position,
    pg_catalog.to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    new.actor,
    new.action,
    new.application_id
  );
  if new.document_id is not null then
    parts := parts || pg_catalog.jsonb_build_array(new.document_id);
  end if;
  new.hash := pg_catalog.sha256(new.previous_hash || pg_catalog.convert_to(parts::text, 'UTF8'));
  return new;
end
$$;

-- What can be asked before a tenant is known (see 0008-gate.sql). Requirements are public.
create function list_requirements(kind text, authority text) returns table (requirement jsonb)
language sql stable security definer set search_path = '' as $$
  select r.requirement from public.requirements r
  where r.kind = $1 and ($2 is null or r.tenant_id = $2)
  order by r.tenant_id, r.position
$$;
revoke execute on function list_requirements from public;
grant execute on function list_requirements to lintas_gate;
