-- Questionnaires, and what people answered. Nothing here connects an answer with a case: what proves that somebody may
-- answer was signed blindly, days stand in place of times, and ids are hashes of what only the person's device holds.

-- Versions of questionnaires. A version never changes.
create table surveys (
  id text collate "C" not null,
  tenant_id text collate "C" not null references tenants,
  version integer not null check (version > 0),
  survey jsonb not null,
  -- How many people were served, for the size of the sample.
  population integer check (population > 0),
  closes_at timestamptz,
  retention_days integer not null,
  min_cell integer not null check (min_cell >= 5),
  -- For questionnaires that are answered with a token: RSA, SubjectPublicKeyInfo; the private half is sealed with the
  -- installation's key.
  token_key bytea,
  sealed_token_key bytea,
  published_at timestamptz not null,
  primary key (tenant_id, id, version),
  unique (id, version),
  check ((token_key is null) = (sealed_token_key is null))
);
select wall_by_tenant('surveys');
grant select on surveys to lintas_app;

-- Cases that a token was signed for: a keyed hash of the case, and of what was signed, so that a repeated request gets
-- the same signature and another one none.
create table survey_grants (
  tenant_id text collate "C" not null,
  survey_id text collate "C" not null,
  version integer not null,
  holder bytea not null,
  blinded bytea not null,
  primary key (tenant_id, survey_id, version, holder)
);
select wall_by_tenant('survey_grants');
grant select, insert on survey_grants to lintas_app;

-- Tokens that were used, by the hash of their message. Not even the answer knows which was its own.
create table survey_tokens (
  tenant_id text collate "C" not null,
  survey_id text collate "C" not null,
  version integer not null,
  message bytea not null,
  primary key (tenant_id, survey_id, version, message)
);
select wall_by_tenant('survey_tokens');
grant select, insert on survey_tokens to lintas_app;

create table survey_responses (
  tenant_id text collate "C" not null,
  survey_id text collate "C" not null,
  -- Keyed hash of the receipt that only the person's device has. In its order answers come in no order.
  receipt bytea not null,
  version integer not null,
  -- Day in UTC on which it arrived, `2026-03-01`.
  day text collate "C" not null,
  language text not null,
  answers jsonb not null,
  primary key (tenant_id, survey_id, receipt)
);
select wall_by_tenant('survey_responses');
create index survey_responses_by_day on survey_responses (tenant_id, survey_id, version, day);
grant select, insert, delete on survey_responses to lintas_app;

-- What people wrote in their own words, apart from the rest. `receipt` is a keyed hash of the receipt and the question:
-- without the receipt nobody can put a text together with an answer, or with another text of the same person.
create table survey_texts (
  tenant_id text collate "C" not null,
  survey_id text collate "C" not null,
  receipt bytea not null,
  question text collate "C" not null,
  version integer not null,
  day text collate "C" not null,
  language text not null,
  text text not null,
  primary key (tenant_id, survey_id, receipt)
);
select wall_by_tenant('survey_texts');
create index survey_texts_by_day on survey_texts (tenant_id, survey_id, version, day);
grant select, insert, delete on survey_texts to lintas_app;

-- How often each answer was given on a day: kept up with every response, so that results are read and not computed.
create table survey_counts (
  tenant_id text collate "C" not null,
  survey_id text collate "C" not null,
  version integer not null,
  question text collate "C" not null,
  value text collate "C" not null,
  day text collate "C" not null,
  n integer not null check (n >= 0),
  primary key (tenant_id, survey_id, version, question, value, day)
);
select wall_by_tenant('survey_counts');
grant select, insert, update, delete on survey_counts to lintas_app;

-- What can be asked before a tenant is known (see 0008-gate.sql). Questionnaires are public. Without a version, the newest.
create function find_survey(id text, version integer)
returns table (
  tenant_id text, version integer, survey jsonb, owner_name jsonb, population integer, closes_at timestamptz,
  min_cell integer, token_key bytea
)
language sql stable security definer set search_path = '' as $$
  select s.tenant_id, s.version, s.survey, t.name, s.population, s.closes_at, s.min_cell, s.token_key
  from public.surveys s join public.tenants t on t.id = s.tenant_id
  where s.id = $1 and ($2 is null or s.version = $2)
  order by s.version desc limit 1
$$;
revoke execute on function find_survey from public;
grant execute on function find_survey to lintas_gate;
