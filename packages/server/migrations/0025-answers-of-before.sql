-- Stored answers are found and opened with the installation's key from now on. Those of before could be opened with a
-- guessed Idempotency-Key alone, and are not found any more: they go.
select set_config('lintas.tenant', '*', true);
delete from idempotency;
