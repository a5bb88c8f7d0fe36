-- How the database recognises its installation's key, which it does not hold. A process with another key would count
-- tries apart from the others, and open nothing of what they sealed.

create table installation (
  -- There is one row at most.
  single boolean primary key default true check (single),
  key_fingerprint bytea not null check (octet_length(key_fingerprint) = 32)
);
