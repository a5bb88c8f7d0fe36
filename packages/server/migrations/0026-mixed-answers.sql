-- PostgreSQL keeps of each row which transaction wrote it, and where it lies. So it could be seen which text was written
-- together with which answer, and after which entries of the audit. Rows of ended days are therefore written anew, in an
-- order that says nothing.

-- The day in UTC on which a row was written, until it is written anew. The default is for processes that do not know the
-- column yet.
do $$
declare
  mixed text;
begin
  foreach mixed in array
    array['survey_grants', 'survey_tokens', 'survey_responses', 'survey_texts', 'survey_counts']
  loop
    execute format(
      $sql$alter table %I add column unmixed text collate "C" default to_char(now() at time zone 'UTC', 'YYYY-MM-DD')$sql$,
      mixed);
    execute format('create index %I on %I (unmixed) where unmixed is not null', mixed || '_unmixed', mixed);
  end loop;
end
$$;
