-- A check says which file was looked at, and under which consent it could be.

alter table verifications
  -- SHA-256 of the file. It says whose it is, and goes when the file goes.
  add column evidence_hash bytea check (octet_length(evidence_hash) = 32),
  -- No foreign key: it would lock the consent, which somebody who withdraws it locks before the document. Both go with
  -- the case.
  add column consent_id text collate "C";
grant update (evidence_hash) on verifications to lintas_app;
