-- A case can be given another PIN, which ends what was opened with the one before.

grant update (pin_hash) on applications to lintas_app;
grant select (tenant_id, application_id), delete on sessions to lintas_app;
