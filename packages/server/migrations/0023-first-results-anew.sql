-- A machine's result that sends nothing back no longer settles a document (definition version 2 of first_time_right, 3 of
-- verification_turnaround): the cases with such a result are counted anew.
select set_config('lintas.tenant', '*', true);
insert into metrics_queue (tenant_id, application_id)
  select distinct d.tenant_id, d.application_id
  from verifications v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
  where v.by = 'system' and v.result = 'fail'
  on conflict do nothing;
