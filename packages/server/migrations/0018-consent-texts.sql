-- What a person was shown before they consented is kept by its hash. Consents from before have none.

alter table consents add column text_hash bytea check (octet_length(text_hash) = 32);
