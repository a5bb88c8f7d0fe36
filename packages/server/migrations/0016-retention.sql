-- A case that has an end is erased once its last day is over.

-- That day, `2031-01-05`. A column of its own, because under row-level security no index on `facts` would be used.
alter table applications
  add column retention_until text collate "C" generated always as (facts ->> 'retentionUntil') stored;
create index applications_by_retention on applications (retention_until) where retention_until is not null;

-- Documents whose case is gone and of whose bytes some may still be in the blob store. The last that is known of them.
create table erased_documents (
  document_id text collate "C" primary key,
  erased_at timestamptz not null,
  sweep_at timestamptz not null
);
create index erased_documents_to_sweep on erased_documents (sweep_at);

-- What is said of a file stays true when its case is gone; whose file it was is forgotten.
alter table attestations alter column document_id drop not null;

-- How often erased cases are counted in the rollups, as these say it. Nobody can compute it anew.
create table metrics_erased (
  tenant_id text collate "C" not null references tenants,
  measure text collate "C" not null,
  cut text collate "C" not null,
  period text collate "C" not null,
  bucket integer not null,
  count bigint not null,
  primary key (tenant_id, measure, cut, period, bucket)
);
select wall_by_tenant('metrics_erased');

-- Whether a token was given for a case is found without knowing for which questionnaires.
create index survey_grants_of_holder on survey_grants (holder);

-- What a stored answer is about, the id of its call or of what it made: it goes together with that.
alter table idempotency add column about text collate "C";
create index idempotency_about on idempotency (tenant_id, about) where about is not null;
