-- The two roles that requests run as. Neither logs in, owns a table or bypasses row-level security: the role
-- that connects steps down to one of them inside each transaction.
--   lintas_app   works inside one tenant, named by the setting lintas.tenant
--   lintas_gate  works before a tenant is known, through a few functions only
--
-- Roles belong to the whole server, so another database's migration may create them at the same time.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['lintas_app', 'lintas_gate'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls', wanted);
      exception when duplicate_object or unique_violation then
        null; -- Created meanwhile: what we wanted.
      end;
    end if;

    -- Since PostgreSQL 16 the creator of a role may administer it, but may not yet step into it.
    begin
      perform set_config('role', wanted, true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      begin
        execute format('grant %I to current_user', wanted);
      exception when unique_violation then
        null; -- Granted meanwhile.
      end;
    end;
  end loop;
end
$$;

grant usage on schema public to lintas_app, lintas_gate;

-- Walls a table by tenant. Every table with a tenant calls this once, right after it is created.
--   lintas_app  sees and writes the rows of lintas.tenant and no others
--   the owner   sees rows in two cases: in a function of its own that was called by a role which was stepped
--               down to (the setting "role" still names that one), and after it asked for all tenants
--               (lintas.tenant = '*'). A transaction that forgot to step down finds nothing.
create function wall_by_tenant(walled regclass, tenant_column name default 'tenant_id') returns void
language plpgsql set search_path = '' as $$
begin
  execute format('alter table %s enable row level security, force row level security', walled);
  execute format(
    'create policy tenant on %1$s to lintas_app
       using (%2$I = current_setting(''lintas.tenant'', true))
       with check (%2$I = current_setting(''lintas.tenant'', true))',
    walled, tenant_column);
  execute format(
    'create policy every_tenant on %s to current_user
       using (current_setting(''role'') <> ''none'' or current_setting(''lintas.tenant'', true) = ''*'')
       with check (current_setting(''role'') <> ''none'' or current_setting(''lintas.tenant'', true) = ''*'')',
    walled);
end
$$;
revoke execute on function wall_by_tenant from public;
