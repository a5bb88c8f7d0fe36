-- The bytes of a document lie sealed in the blob store.

alter table documents
  -- One of the two shares of the key that they are sealed with; the other one is the installation's. Without it a copy of
  -- the bytes is noise for ever, so it goes when they go. Null where they were announced before bytes were sealed: those
  -- lie as they came.
  add column key_share bytea check (octet_length(key_share) = 32);
