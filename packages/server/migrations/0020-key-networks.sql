-- Networks from which a secret key may be used; null for anywhere.

alter table keys add column networks text[];

create function key_networks(key_id text) returns text[]
language sql stable security definer set search_path = '' as $$
  select k.networks from public.keys k where k.id = $1
$$;

revoke execute on function key_networks from public;
grant execute on function key_networks to lintas_gate;
