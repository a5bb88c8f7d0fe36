-- Published figures: what each case contributes, what all of them add up to, and what was published of that.

-- Cases whose contribution may have changed. Written by the transaction of the change itself, so none is missed
-- whatever happens to the process; a repetition locks the row, so that whoever takes it out waits for the change.
create table metrics_queue (
  tenant_id text collate "C" not null references tenants,
  application_id text collate "C" not null,
  marked_at timestamptz not null default now(),
  primary key (tenant_id, application_id)
);
select wall_by_tenant('metrics_queue');

-- What a case has contributed so far: when it is looked at again, the difference goes into the rollups.
create table metrics_cases (
  tenant_id text collate "C" not null,
  application_id text collate "C" not null,
  measured jsonb not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select wall_by_tenant('metrics_cases');

-- How many cases or documents fall into a bucket (a number of days, or a day) of a measure, for a cut and a period.
-- The shortest period that is published of a cut, as longer ones are sums.
create table metrics_rollups (
  tenant_id text collate "C" not null references tenants,
  measure text collate "C" not null,
  cut text collate "C" not null,
  period text collate "C" not null,
  bucket integer not null,
  count bigint not null,
  primary key (tenant_id, measure, cut, period, bucket)
);
select wall_by_tenant('metrics_rollups');
create index metrics_rollups_empty on metrics_rollups (tenant_id) where count = 0;

-- The last publication of each authority, and its series as they are answered. All answers of a day are the same.
create table metrics_publications (
  tenant_id text collate "C" primary key references tenants,
  as_of text not null,
  groups jsonb not null
);
select wall_by_tenant('metrics_publications');

create table metrics_series (
  tenant_id text collate "C" not null references metrics_publications on delete cascade,
  metric text collate "C" not null,
  cut text collate "C" not null,
  period text collate "C" not null,
  series jsonb not null,
  primary key (tenant_id, metric, cut, period)
);
select wall_by_tenant('metrics_series');

-- Marks the cases of new events and new results of documents. Runs with the owner's rights: no request sees the queue.
create function mark_measured_events() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.metrics_queue (tenant_id, application_id)
    select distinct a.tenant_id, a.application_id from added a order by 1, 2
    on conflict (tenant_id, application_id) do update set marked_at = excluded.marked_at;
  return null;
end
$$;
create function mark_measured_results() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.metrics_queue (tenant_id, application_id)
    select distinct d.tenant_id, d.application_id
    from added a join public.documents d on d.tenant_id = a.tenant_id and d.id = a.document_id order by 1, 2
    on conflict (tenant_id, application_id) do update set marked_at = excluded.marked_at;
  return null;
end
$$;
revoke execute on function mark_measured_events, mark_measured_results from public;
create trigger measure after insert on events
  referencing new table as added for each statement execute function mark_measured_events();
create trigger measure after insert on verifications
  referencing new table as added for each statement execute function mark_measured_results();

-- Cases that were there before this table.
select set_config('lintas.tenant', '*', true);
insert into metrics_queue (tenant_id, application_id) select tenant_id, id from applications;

-- What anybody may ask (see 0008-gate.sql). Without an authority, the only one there is.
create function list_metric_sources()
returns table (id text, name jsonb, as_of text, groups jsonb, partners jsonb)
language sql stable security definer set search_path = '' as $$
  select t.id, t.name, p.as_of, p.groups, (
    select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.id), '[]')
    from public.tenants r where p.groups -> 'partners' ? r.id
  )
  from public.tenants t left join public.metrics_publications p on p.tenant_id = t.id
  where t.kind = 'authority' order by t.id
$$;
create function find_metric_series(authority text, metric text, cut text, period text)
returns table (as_of text, series jsonb)
language sql stable security definer set search_path = '' as $$
  select p.as_of, s.series
  from public.metrics_publications p
  left join public.metrics_series s
    on s.tenant_id = p.tenant_id and s.metric = $2 and s.cut = $3 and s.period = $4
  where p.tenant_id = $1
$$;
revoke execute on function list_metric_sources, find_metric_series from public;
grant execute on function list_metric_sources, find_metric_series to lintas_gate;
