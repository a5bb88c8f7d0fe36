-- That a system has read a case, or the list of cases, is recorded once an hour for each of its keys. Whether it was is
-- asked with every read, so it must not take longer as the log grows.
create index audit_of_reads on audit (tenant_id, actor, action, application_id, at)
  where action in ('application.read', 'application.list');
