-- A try that opened its case gives its place back, and leaves every counter as it was before.

alter table tries add column previous_allowed_at timestamptz not null default 'epoch';
