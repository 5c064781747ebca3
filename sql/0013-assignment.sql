-- Who works on what: open cases of a house by assignee and lawful time left.

create index cases_at_desk on cases (carrier_id, desk_assignee, coalesce(due_at, 'infinity'::timestamptz), case_id)
  include (status, opened_at, due_at) where ended_at is null and carrier_id is not null;
comment on index cases_at_desk is 'listUnassigned, listLoads, listCases: a desk''s open cases by who works on them';
create index cases_at_body on cases (authority_id, authority_assignee, coalesce(authority_due_at, 'infinity'::timestamptz), case_id)
  include (status, opened_at, authority_due_at) where ended_at is null and authority_id is not null;
comment on index cases_at_body is 'listUnassigned, listLoads, listAuthorityCases: a body''s open files by who works on them';
