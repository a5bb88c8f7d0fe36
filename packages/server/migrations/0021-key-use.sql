-- When a key was last used, to the hour: what nobody uses can be revoked.

alter table keys add column last_used_at timestamptz;

create function key_use(key_id text) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select k.last_used_at from public.keys k where k.id = $1
$$;

create function note_key_use(key_id text, at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update public.keys set last_used_at = greatest(last_used_at, $2) where id = $1
$$;

revoke execute on function key_use, note_key_use from public;
grant execute on function key_use, note_key_use to lintas_gate;
