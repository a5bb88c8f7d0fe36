-- A day that was named in the event that opens a case again counts as promised (definition version 2 of within_standard):
-- the cases with such an event are counted anew.
select set_config('lintas.tenant', '*', true);
insert into metrics_queue (tenant_id, application_id)
  select distinct tenant_id, application_id from events
  where event ->> 'to' = 'received' and event -> 'estimate' ->> 'latest' is not null
  on conflict do nothing;
