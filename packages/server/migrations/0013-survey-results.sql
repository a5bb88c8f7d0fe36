-- Results by period and by service, and what their owner does about them.

-- An answer that is taken back is counted down on the day of that: the day on which it came may be published already, and
-- what is published before and after would differ by one person. So a day can have less than none.
alter table survey_counts drop constraint survey_counts_n_check;

-- The published follow-up: text in every language, by element. The only part of a version that changes.
alter table surveys add column follow_up jsonb not null default '{}';

drop function find_survey(text, integer);
create function find_survey(id text, version integer)
returns table (
  tenant_id text, version integer, survey jsonb, owner_name jsonb, population integer, closes_at timestamptz,
  min_cell integer, token_key bytea, follow_up jsonb
)
language sql stable security definer set search_path = '' as $$
  select s.tenant_id, s.version, s.survey, t.name, s.population, s.closes_at, s.min_cell, s.token_key, s.follow_up
  from public.surveys s join public.tenants t on t.id = s.tenant_id
  where s.id = $1 and ($2 is null or s.version = $2)
  order by s.version desc limit 1
$$;
revoke execute on function find_survey from public;
grant execute on function find_survey to lintas_gate;
