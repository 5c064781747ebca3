-- The schema as the catalogues tell it, for reading and for noticing drift.
-- Written by `qingbiao db dump`; never edited by hand. What runs is sql/NNNN-*.sql.

create table absences (
  actor_id text not null,
  absence_id text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  deputy_id text,
  constraint absences_pkey PRIMARY KEY (actor_id, absence_id),
  constraint absences_check CHECK ((until_at > from_at)),
  constraint absences_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id),
  constraint absences_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES actors(actor_id)
);
comment on table absences is 'When somebody at a desk is away; what they hold may then be taken over';
comment on column absences.deputy_id is 'Who looks after it meanwhile';

create table access_log (
  number_id bigint not null,
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor_id text not null,
  purpose text not null,
  what text not null,
  constraint access_log_pkey PRIMARY KEY (number_id, id)
);
CREATE INDEX access_log_by_time ON public.access_log USING btree (at);
comment on table access_log is 'Who read personal data of a number, when, and why';
comment on column access_log.what is 'Which data were read';
comment on index access_log_by_time is 'dropOld: readings whose time of keeping is over';

create table access_tokens (
  token_hash bytea not null,
  actor_id text not null,
  kind text not null,
  label text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  token_id text generated always as (('tok_'::text || encode(SUBSTRING(token_hash FROM 1 FOR 10), 'hex'::text))) stored,
  device text,
  scopes text[],
  last_used_at timestamp with time zone,
  proved_at timestamp with time zone,
  proved_by text,
  constraint access_tokens_pkey PRIMARY KEY (token_hash),
  constraint access_tokens_kind_check CHECK ((kind = ANY (ARRAY['bearer'::text, 'browser'::text]))),
  constraint access_tokens_proved_by_check CHECK ((proved_by = ANY (ARRAY['demo'::text, 'return_code'::text, 'mail'::text, 'sms'::text, 'passkey'::text, 'totp'::text, 'oidc'::text]))),
  constraint access_tokens_scopes_check CHECK ((cardinality(scopes) > 0)),
  constraint access_tokens_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint access_tokens_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
CREATE UNIQUE INDEX access_tokens_by_id ON public.access_tokens USING btree (token_id);
CREATE INDEX access_tokens_of_actor ON public.access_tokens USING btree (actor_id);
comment on table access_tokens is 'Tokens by their SHA-256; the token itself is shown once and kept nowhere';
comment on column access_tokens.token_id is 'Its name in lists; part of the hash, which tells nothing of the token';
comment on column access_tokens.device is 'Coarse name of browser and system, for its owner to know it by';
comment on column access_tokens.scopes is 'What a system''s key may do: read, write, or tags of endpoints; null for everything its actor may';
comment on column access_tokens.last_used_at is 'Told at most once an hour';
comment on column access_tokens.proved_at is 'When whoever holds it last proved to be its actor';
comment on index access_tokens_by_id is 'endSession: one token of its owner';
comment on index access_tokens_of_actor is 'revokeTokensOf: every token of one actor';

create table account_keys (
  key_hash bytea not null,
  kind text not null,
  actor_id text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint account_keys_pkey PRIMARY KEY (key_hash),
  constraint account_keys_key_hash_check CHECK ((octet_length(key_hash) = 32)),
  constraint account_keys_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'sms'::text, 'return_code'::text]))),
  constraint account_keys_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
CREATE INDEX account_keys_of_actor ON public.account_keys USING btree (actor_id);
comment on table account_keys is 'What opens an account; only hashes are kept';
comment on column account_keys.key_hash is 'mail, sms: the keyed blind index of the address; return_code: SHA-256 of the code';
comment on index account_keys_of_actor is 'The keys of an account, for showing and ending them';

create table actors (
  actor_id text not null,
  role text not null,
  carrier_id text,
  person_id text,
  display_name text not null,
  locale text not null,
  active boolean default true not null,
  authority_id text,
  constraint actors_pkey PRIMARY KEY (actor_id),
  constraint actors_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint actors_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authorities(authority_id),
  constraint actors_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id),
  constraint actors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(person_id)
);
CREATE INDEX actors_of_authority ON public.actors USING btree (authority_id, role) WHERE (authority_id IS NOT NULL);
CREATE INDEX actors_of_carrier ON public.actors USING btree (carrier_id, role) WHERE (carrier_id IS NOT NULL);
CREATE INDEX actors_of_person ON public.actors USING btree (person_id) WHERE (person_id IS NOT NULL);
comment on table actors is 'Who can act: people, staff, connected systems';
comment on column actors.authority_id is 'The body that an officer belongs to';
comment on index actors_of_authority is 'listActors: the officers of a body';
comment on index actors_of_carrier is 'listActors: the staff of a carrier';
comment on index actors_of_person is 'findActorOfPerson: the language to write to a person in';

create table appointments (
  appointment_id text not null,
  organisation_id text not null,
  code_hash bytea not null,
  member_role text not null,
  days integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by text,
  until_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint appointments_pkey PRIMARY KEY (appointment_id),
  constraint appointments_code_hash_key UNIQUE (code_hash),
  constraint appointments_check CHECK ((((accepted_at IS NULL) = (accepted_by IS NULL)) AND ((accepted_at IS NULL) = (until_at IS NULL)))),
  constraint appointments_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint appointments_days_check CHECK (((days >= 1) AND (days <= 365))),
  constraint appointments_member_role_check CHECK ((member_role = ANY (ARRAY['manager'::text, 'clerk'::text]))),
  constraint appointments_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people(person_id),
  constraint appointments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
);
CREATE INDEX appointments_of_organisation ON public.appointments USING btree (organisation_id, created_at DESC);
CREATE INDEX appointments_of_person ON public.appointments USING btree (accepted_by) WHERE (accepted_by IS NOT NULL);
comment on table appointments is 'Who acts for an organisation, in which role and until when; the mandate on each of its numbers follows from it';
comment on column appointments.code_hash is 'SHA-256 of the code that is handed to the one appointed; the code itself is kept nowhere';
comment on index appointments_of_organisation is 'listAppointments: an organisation''s people';
comment on index appointments_of_person is 'findMembership: for which organisation somebody acts';

create table attention (
  number_id bigint not null,
  attention_id text not null,
  line integer not null,
  carrier_id text,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  detail text not null,
  raised_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  constraint attention_pkey PRIMARY KEY (number_id, attention_id)
) with (fillfactor=90);
CREATE INDEX attention_handled ON public.attention USING btree (carrier_id, handled_at DESC, attention_id) WHERE (handled_at IS NOT NULL);
CREATE INDEX attention_open ON public.attention USING btree (carrier_id, raised_at, attention_id) WHERE (handled_at IS NULL);
comment on table attention is 'What went wrong and waits for a human eye';
comment on index attention_handled is 'listAttention: what was handled, newest first';
comment on index attention_open is 'listAttention: what nobody has handled, oldest first';

create table authorities (
  authority_id text not null,
  kind text not null,
  province text,
  name_zh text not null,
  name_en text not null,
  constraint authorities_pkey PRIMARY KEY (authority_id),
  constraint authorities_check CHECK (((kind = 'ministry_centre'::text) = (province IS NULL))),
  constraint authorities_kind_check CHECK ((kind = ANY (ARRAY['telecom_regulator'::text, 'ministry_centre'::text, 'consumer_association'::text])))
);
comment on table authorities is 'Connected bodies that take on complaints against carriers; their officers work in the product';
comment on column authorities.province is 'ISO 3166-2 code of the carrier companies it is for; null for the whole country';

create table back_test_changes (
  number_id bigint not null,
  back_test_id text not null,
  line integer not null,
  cause text not null,
  change text not null,
  rule_id text not null,
  at timestamp with time zone not null,
  outcome text,
  recorded_at timestamp with time zone not null,
  constraint back_test_changes_pkey PRIMARY KEY (number_id, back_test_id, line, cause),
  constraint back_test_changes_change_check CHECK ((change = ANY (ARRAY['spared'::text, 'new'::text]))),
  constraint back_test_changes_outcome_check CHECK ((outcome = ANY (ARRAY['overturned'::text, 'upheld'::text, 'open'::text])))
);
CREATE INDEX back_test_changes_by_age ON public.back_test_changes USING btree (recorded_at);
CREATE INDEX back_test_changes_of_test ON public.back_test_changes USING btree (back_test_id, change, number_id, line, cause);
comment on table back_test_changes is 'Lines that one table flags for a cause and the other does not';
comment on column back_test_changes.change is 'Spared: only the table compared with flags it. New: only the tested one does';
comment on column back_test_changes.rule_id is 'The row that flags it first, of the table that flags it';
comment on column back_test_changes.at is 'When it would have been flagged first';
comment on column back_test_changes.outcome is 'What was decided of the flag that was really placed there; null where none was';
comment on column back_test_changes.recorded_at is 'For forgetting old ones';
comment on index back_test_changes_by_age is 'dropOld: what is kept no longer';
comment on index back_test_changes_of_test is 'listBackTestChanges: in the order of the list, of one kind or all';

create table back_tests (
  back_test_id text not null,
  carrier_id text not null,
  policy_id text not null,
  policy_version integer not null,
  draft jsonb not null,
  base jsonb,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  status text not null,
  fault text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  after_number bigint default 0 not null,
  numbers_all bigint not null,
  worked_ms bigint default 0 not null,
  changes_kept bigint default 0 not null,
  figures jsonb not null,
  leased_until timestamp with time zone,
  constraint back_tests_pkey PRIMARY KEY (back_test_id),
  constraint back_tests_check CHECK ((from_at < until_at)),
  constraint back_tests_check1 CHECK (((status = 'running'::text) = (ended_at IS NULL))),
  constraint back_tests_status_check CHECK ((status = ANY (ARRAY['running'::text, 'cancelled'::text, 'failed'::text, 'done'::text]))),
  constraint back_tests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES actors(actor_id),
  constraint back_tests_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX back_tests_of_policy ON public.back_tests USING btree (carrier_id, policy_id, policy_version, asked_at DESC, back_test_id);
CREATE UNIQUE INDEX back_tests_under_way ON public.back_tests USING btree (carrier_id) WHERE (status = 'running'::text);
comment on table back_tests is 'Rule tables tried on the facts of a past period: figures only, what changes on which line is in back_test_changes';
comment on column back_tests.draft is 'The tested table as it was when the test was asked for: a draft may be written on meanwhile';
comment on column back_tests.base is 'The table compared with, as it was; null where none was in force';
comment on column back_tests.from_at is 'Facts that took effect from here on are judged; what was before is only carried along';
comment on column back_tests.until_at is 'Facts that took effect before this moment are judged';
comment on column back_tests.fault is 'Why it could not be finished';
comment on column back_tests.after_number is 'All numbers up to this one are counted, none after';
comment on column back_tests.numbers_all is 'How many numbers the carrier had when it began, for the progress';
comment on column back_tests.worked_ms is 'Time spent on it';
comment on column back_tests.changes_kept is 'Rows in back_test_changes; the figures count all changes';
comment on column back_tests.figures is 'The counts so far, moved on in the commit that moves after_number';
comment on column back_tests.leased_until is 'Some worker is at it; only spares work, what is counted twice is refused by after_number';
comment on index back_tests_of_policy is 'listBackTests: those of a version, newest first';
comment on index back_tests_under_way is 'addBackTest: a carrier runs one at a time; listRunningBackTests: what is to be worked on';

create table bulk_acts (
  bulk_id text not null,
  carrier_id text not null,
  act text not null,
  finding text,
  rule_relied text,
  words_sealed bytea,
  ordered_by text not null,
  ordered_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  status text not null,
  undone_by text,
  undone_at timestamp with time zone,
  finished_at timestamp with time zone,
  leased_until timestamp with time zone,
  selected jsonb,
  matched integer,
  write_key text,
  request_hash text,
  constraint bulk_acts_pkey PRIMARY KEY (bulk_id),
  constraint bulk_acts_act_check CHECK ((act = ANY (ARRAY['decide'::text, 'order_lift'::text]))),
  constraint bulk_acts_check CHECK (((act = 'decide'::text) = (finding IS NOT NULL))),
  constraint bulk_acts_check1 CHECK (((status = 'undone'::text) = (undone_at IS NOT NULL))),
  constraint bulk_acts_check2 CHECK (((write_key IS NULL) = (request_hash IS NULL))),
  constraint bulk_acts_finding_check CHECK ((finding = ANY (ARRAY['misjudged'::text, 'condition_met'::text, 'grounded'::text]))),
  constraint bulk_acts_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'undone'::text, 'working'::text, 'done'::text]))),
  constraint bulk_acts_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX bulk_acts_due ON public.bulk_acts USING btree (effective_at) WHERE (status = ANY (ARRAY['waiting'::text, 'working'::text]));
CREATE UNIQUE INDEX bulk_acts_key ON public.bulk_acts USING btree (ordered_by, write_key) WHERE (write_key IS NOT NULL);
CREATE INDEX bulk_acts_of_carrier ON public.bulk_acts USING btree (carrier_id, ordered_at DESC, bulk_id);
comment on table bulk_acts is 'One act that somebody at a desk ordered for many cases; each case gets it in its own journal';
comment on column bulk_acts.words_sealed is 'Reasons of a decision with their placeholders, sealed; each case keeps its own filled words in its journal';
comment on column bulk_acts.effective_at is 'Until then it can be undone and nothing has happened to any case';
comment on column bulk_acts.status is 'Undone: taken back in time; the row stays and says by whom';
comment on column bulk_acts.leased_until is 'Some worker is at it until then; only spares work';
comment on column bulk_acts.selected is 'The filter that the cases were selected by; null for cases picked by hand';
comment on column bulk_acts.matched is 'How many cases the filter held when they were looked at, as far as they are counted';
comment on column bulk_acts.write_key is 'The sender''s own name for the order: sent again, it is the same order';
comment on column bulk_acts.request_hash is 'What was asked under that name';
comment on index bulk_acts_due is 'leaseBulkActs: acts whose undo window is over and that are not finished';
comment on index bulk_acts_key is 'addBulkAct, findBulkByKey: one order for each key of a sender';
comment on index bulk_acts_of_carrier is 'listBulkActs: newest first';

create table bulk_cases (
  number_id bigint not null,
  bulk_id text not null,
  case_id text not null,
  reference text not null,
  case_version text not null,
  status text not null,
  code text,
  data jsonb,
  constraint bulk_cases_pkey PRIMARY KEY (number_id, bulk_id, case_id),
  constraint bulk_cases_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text, 'left_out'::text]))),
  constraint bulk_cases_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES bulk_acts(bulk_id)
);
CREATE INDEX bulk_cases_of_act ON public.bulk_cases USING btree (bulk_id, status, case_id);
comment on table bulk_cases is 'The cases of a bulk act and what became of each';
comment on column bulk_cases.case_version is 'The content that was looked at; a case that changed since is left alone';
comment on column bulk_cases.status is 'Left out: it could not be done already when it was looked at, and was never in the order';
comment on column bulk_cases.code is 'Why it was refused';
comment on column bulk_cases.data is 'The values of the refusal: states, ids of staff, names of placeholders';
comment on index bulk_cases_of_act is 'listBulkCases, listUndoneCases: the cases of an act by how far they are';

create table bulk_preview_cases (
  number_id bigint not null,
  preview_id text not null,
  case_id text not null,
  reference text not null,
  case_version text not null,
  code text,
  data jsonb,
  constraint bulk_preview_cases_pkey PRIMARY KEY (number_id, preview_id, case_id),
  constraint bulk_preview_cases_preview_id_fkey FOREIGN KEY (preview_id) REFERENCES bulk_previews(preview_id) ON DELETE CASCADE
);
CREATE INDEX bulk_preview_cases_of_preview ON public.bulk_preview_cases USING btree (preview_id, case_id);
comment on table bulk_preview_cases is 'The cases that were looked at, and why some are left out';
comment on column bulk_preview_cases.case_version is 'The content that was looked at';
comment on column bulk_preview_cases.code is 'Why it is left out; null when it can be done';
comment on column bulk_preview_cases.data is 'The values of that refusal: states, ids of staff, names of placeholders';
comment on index bulk_preview_cases_of_preview is 'orderPreview: the cases of a preview';

create table bulk_previews (
  preview_id text not null,
  carrier_id text not null,
  act text not null,
  finding text,
  rule_relied text,
  words_sealed bytea,
  selected jsonb,
  matched integer not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  bulk_id text,
  constraint bulk_previews_pkey PRIMARY KEY (preview_id),
  constraint bulk_previews_act_check CHECK ((act = ANY (ARRAY['decide'::text, 'order_lift'::text]))),
  constraint bulk_previews_check CHECK (((act = 'decide'::text) = (finding IS NOT NULL))),
  constraint bulk_previews_finding_check CHECK ((finding = ANY (ARRAY['misjudged'::text, 'condition_met'::text, 'grounded'::text]))),
  constraint bulk_previews_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX bulk_previews_over ON public.bulk_previews USING btree (valid_until);
comment on table bulk_previews is 'What somebody looked at before ordering one act for many cases: the cases as they were, fixed, so that none that comes later is in the order';
comment on column bulk_previews.words_sealed is 'Reasons of a decision with their placeholders, sealed';
comment on column bulk_previews.selected is 'The filter that the cases were selected by; null for cases picked by hand';
comment on column bulk_previews.matched is 'How many cases the filter held then, as far as they are counted';
comment on column bulk_previews.valid_until is 'Later it is deleted, and whoever still wants it looks again';
comment on column bulk_previews.bulk_id is 'The order that was made of it; there is never a second one';
comment on index bulk_previews_over is 'addBulkPreview: those whose time is over';

create table carriers (
  carrier_id text not null,
  name_zh text not null,
  name_en text not null,
  province text not null,
  systems jsonb not null,
  connected boolean not null,
  constraint carriers_pkey PRIMARY KEY (carrier_id)
);
comment on table carriers is 'Carriers, connected or not';
comment on column carriers.province is 'ISO 3166-2 code';
comment on column carriers.systems is 'Which of its systems carries out each function of a line';

create table case_references (
  reference text not null,
  number_id bigint not null,
  case_id text not null,
  constraint case_references_pkey PRIMARY KEY (reference)
);
comment on table case_references is 'A case by the reference that is read over the phone; small, kept whole on every node of a distributed database';

create table cases (
  number_id bigint not null,
  case_id text not null,
  line integer not null,
  carrier_id text,
  reference text not null,
  status text not null,
  remedy text not null,
  flag_ids text[] not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  reviewer_id text,
  due_at timestamp with time zone,
  due_rule_id text,
  ended_at timestamp with time zone,
  desk_assignee text,
  authority_id text,
  authority_assignee text,
  authority_due_at timestamp with time zone,
  authority_due_rule_id text,
  precheck_asked_at timestamp with time zone,
  papers_turned_down smallint default 0 not null,
  constraint cases_pkey PRIMARY KEY (number_id, case_id)
) with (fillfactor=80);
CREATE INDEX cases_at_body ON public.cases USING btree (authority_id, authority_assignee, COALESCE(authority_due_at, 'infinity'::timestamp with time zone), case_id) INCLUDE (status, opened_at, authority_due_at) WHERE ((ended_at IS NULL) AND (authority_id IS NOT NULL));
CREATE INDEX cases_at_desk ON public.cases USING btree (carrier_id, desk_assignee, COALESCE(due_at, 'infinity'::timestamp with time zone), case_id) INCLUDE (status, opened_at, due_at) WHERE ((ended_at IS NULL) AND (carrier_id IS NOT NULL));
CREATE INDEX cases_by_due ON public.cases USING btree (carrier_id, COALESCE(due_at, 'infinity'::timestamp with time zone), case_id) WHERE (carrier_id IS NOT NULL);
CREATE INDEX cases_by_opening ON public.cases USING btree (carrier_id, opened_at DESC, case_id) WHERE (carrier_id IS NOT NULL);
CREATE INDEX cases_ended ON public.cases USING btree (ended_at, number_id, case_id) WHERE (ended_at IS NOT NULL);
CREATE INDEX cases_of_authority ON public.cases USING btree (authority_id, COALESCE(authority_due_at, 'infinity'::timestamp with time zone), case_id) WHERE (authority_id IS NOT NULL);
CREATE INDEX cases_precheck ON public.cases USING btree (carrier_id, precheck_asked_at, case_id) WHERE (precheck_asked_at IS NOT NULL);
comment on table cases is 'Efforts to have flags lifted';
comment on column cases.due_at is 'The earliest running clock over the case or its lifts that binds the carrier; null when none runs';
comment on column cases.due_rule_id is 'The rule of that clock';
comment on column cases.desk_assignee is 'Who works on it at the carrier''s desk';
comment on column cases.authority_id is 'The body that has it, or has seen it through to its end; null once it was declined';
comment on column cases.authority_assignee is 'Which officer works on it';
comment on column cases.authority_due_at is 'The earliest running clock over the case that binds the body';
comment on column cases.authority_due_rule_id is 'The rule of that clock';
comment on column cases.precheck_asked_at is 'Since when a person waits to hear whether their papers are enough; null when nobody waits';
comment on column cases.papers_turned_down is 'How often the carrier turned down papers that it had accepted';
comment on index cases_at_body is 'listUnassigned, listLoads, listAuthorityCases: a body''s open files by who works on them';
comment on index cases_at_desk is 'listUnassigned, listLoads, listCases: a desk''s open cases by who works on them';
comment on index cases_by_due is 'listCases: a carrier''s queue by lawful time left';
comment on index cases_by_opening is 'listCases: a carrier''s cases, newest first';
comment on index cases_ended is 'listForgettable: cases that ended before a day';
comment on index cases_of_authority is 'listCases: a body''s queue by lawful time left';
comment on index cases_precheck is 'listPrechecks: who waits to hear whether their papers are enough, the longest first';

create table class_decisions (
  class_id text not null,
  round integer not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  finding text not null,
  rule_relied text not null,
  words text not null,
  finished_at timestamp with time zone,
  constraint class_decisions_pkey PRIMARY KEY (class_id, round),
  constraint class_decisions_finding_check CHECK ((finding = ANY (ARRAY['misjudged'::text, 'grounded'::text]))),
  constraint class_decisions_class_id_fkey FOREIGN KEY (class_id) REFERENCES flag_classes(class_id)
);
comment on table class_decisions is 'Common decisions on a class; the same words are sealed in the journal of each number';
comment on column class_decisions.round is 'Flags that one reviewer may not decide on wait for another';
comment on column class_decisions.words is 'Reasons in the reviewer''s words, about the rule and not about any person';

create table class_flags (
  number_id bigint not null,
  class_id text not null,
  flag_id text not null,
  province text not null,
  status text not null,
  round integer,
  why text,
  code text,
  constraint class_flags_pkey PRIMARY KEY (number_id, class_id, flag_id),
  constraint class_flags_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'taken_out'::text, 'decided'::text, 'over'::text])))
);
CREATE INDEX class_flags_of_class ON public.class_flags USING btree (class_id, status, flag_id) INCLUDE (province);
comment on table class_flags is 'The flags of a class and how far each is';
comment on column class_flags.status is 'Over: it stood no more when it was its turn';
comment on column class_flags.why is 'Why somebody took it out';
comment on column class_flags.code is 'Why the last decision passed it over';
comment on index class_flags_of_class is 'listClassFlags, countClassFlags: the flags of a class by how far they are';

create table clocks (
  number_id bigint not null,
  clock_id text not null,
  line integer not null,
  carrier_id text,
  rule_id text not null,
  rule_version integer not null,
  binds text not null,
  subject_kind text not null,
  subject_id text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  status text not null,
  ended_at timestamp with time zone,
  leased_until timestamp with time zone,
  wake_at timestamp with time zone,
  provisional boolean default false not null,
  constraint clocks_pkey PRIMARY KEY (number_id, clock_id),
  constraint clocks_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'cancelled'::text, 'breached'::text])))
) with (fillfactor=90);
CREATE INDEX clocks_duties ON public.clocks USING btree (carrier_id, rule_id, due_at) WHERE ((binds = 'carrier'::text) AND (carrier_id IS NOT NULL));
CREATE INDEX clocks_provisional ON public.clocks USING btree (number_id) WHERE (provisional AND (status = 'running'::text));
CREATE INDEX clocks_wake ON public.clocks USING btree (wake_at) WHERE (wake_at IS NOT NULL);
comment on table clocks is 'Periods that law or a promise set running';
comment on column clocks.leased_until is 'Some sweep is about to run it out; not folded, only spares work';
comment on column clocks.wake_at is 'When it next reminds or runs out by itself; null when it is over or stands still';
comment on column clocks.provisional is 'The date hangs on a year whose holiday notice was not loaded';
comment on index clocks_duties is 'readDuties: a carrier''s duties that fell due in a period';
comment on index clocks_provisional is 'listProvisional: dates to settle once a holiday notice is loaded';
comment on index clocks_wake is 'leaseDueClocks: clocks whose next moment has come';

create table consents (
  consent_id text not null,
  person_id text not null,
  kind text not null,
  version integer not null,
  locale text not null,
  words text not null,
  given_at timestamp with time zone not null,
  given_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  constraint consents_pkey PRIMARY KEY (consent_id),
  constraint consents_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint consents_kind_check CHECK ((kind = ANY (ARRAY['identity_paper'::text, 'money_paper'::text, 'private_paper'::text, 'real_person_check'::text]))),
  constraint consents_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint consents_version_check CHECK ((version > 0)),
  constraint consents_given_by_fkey FOREIGN KEY (given_by) REFERENCES actors(actor_id),
  constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(person_id),
  constraint consents_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES actors(actor_id)
);
CREATE UNIQUE INDEX consents_in_force ON public.consents USING btree (person_id, kind, version) WHERE (withdrawn_at IS NULL);
CREATE INDEX consents_of_person ON public.consents USING btree (person_id, given_at DESC);
comment on table consents is 'Separate consent to sensitive data (PIPL arts. 13–16, 29), one row each time it was given';
comment on column consents.person_id is 'Whose data it is';
comment on column consents.version is 'Of the text: another version is asked for anew';
comment on column consents.words is 'The text as it was shown';
comment on column consents.given_by is 'The person, or who acts for them under a mandate';
comment on index consents_in_force is 'findConsent: the one that stands; giving it twice is giving it once';
comment on index consents_of_person is 'listConsents: all that a person ever gave';

create table dealings (
  number_id bigint not null,
  case_id text not null,
  authority_id text not null,
  handed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_how text,
  left_status text,
  constraint dealings_pkey PRIMARY KEY (number_id, case_id, authority_id),
  constraint dealings_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint dealings_ended_how_check CHECK ((ended_how = ANY (ARRAY['declined'::text, 'settled'::text, 'unsettled'::text, 'lifting'::text, 'closed'::text, 'withdrawn'::text])))
);
CREATE INDEX dealings_of_authority ON public.dealings USING btree (authority_id, ended_at DESC, case_id) WHERE (ended_at IS NOT NULL);
comment on table dealings is 'What each body had to do with each case that was handed to it, the last time it was';
comment on column dealings.authority_id is 'The body that it was handed to';
comment on column dealings.handed_at is 'When the person handed it over';
comment on column dealings.ended_at is 'When the body''s part came to its end; null while it has the case';
comment on column dealings.ended_how is 'By the body''s own word, or by what happened to the case while it lay there';
comment on column dealings.left_status is 'How the case stood when the body lost sight of it; null while it keeps sight';
comment on index dealings_of_authority is 'listDealings: what a body dealt with, the latest in front';

create table deliveries (
  number_id bigint not null,
  notice_id text not null,
  delivery_id text not null,
  channel text not null,
  status text not null,
  at timestamp with time zone not null,
  code text,
  constraint deliveries_pkey PRIMARY KEY (number_id, notice_id, delivery_id),
  constraint deliveries_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'delivered'::text, 'failed'::text, 'silent'::text, 'skipped'::text])))
) with (fillfactor=90);
comment on table deliveries is 'Attempts to reach a person with a notice, each with its receipt';

create table entries (
  number_id bigint not null,
  seq bigint not null,
  line integer not null,
  kind text not null,
  kind_version integer not null,
  recorded_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  source text not null,
  source_id text not null,
  actor_id text not null,
  actor_role text not null,
  purpose text not null,
  data jsonb not null,
  sealed bytea,
  prev_hash bytea not null,
  hash bytea not null,
  constraint entries_pkey PRIMARY KEY (number_id, seq),
  constraint entries_hash_check CHECK ((octet_length(hash) = 32)),
  constraint entries_prev_hash_check CHECK ((octet_length(prev_hash) = 32)),
  constraint entries_seq_check CHECK ((seq > 0))
);
CREATE INDEX entries_answers ON public.entries USING btree (number_id, ((data ->> 'caseId'::text)), recorded_at) WHERE (kind = ANY (ARRAY['case.decided'::text, 'case.lifting'::text, 'case.carrier_answered'::text]));
comment on table entries is 'The journal: facts of a number, appended only; everything else is folded from it';
comment on column entries.seq is 'From 1 without gaps within a number';
comment on column entries.line is 'The tenure it belongs to; 0 for what belongs to the number itself';
comment on column entries.kind_version is 'Shape of data, so that old entries stay readable';
comment on column entries.effective_at is 'When it was true, where that differs from when it was recorded';
comment on column entries.source is 'The door it came in by';
comment on column entries.source_id is 'What the sender calls it';
comment on column entries.data is 'What the kind says; never personal words';
comment on column entries.sealed is 'Personal words under the key of the line (12 bytes nonce, ciphertext, 16 bytes tag), bound to number and seq';
comment on column entries.prev_hash is 'Hash of the entry before';
comment on column entries.hash is 'SHA-256 over prev_hash and the RFC 8785 form of the entry, sealed bytes in base64';
comment on index entries_answers is 'readDuties: when the carrier answered a case whose day was over';

create table evidence_items (
  number_id bigint not null,
  evidence_id text not null,
  case_id text not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  material text,
  added_by text not null,
  added_at timestamp with time zone not null,
  forgotten_at timestamp with time zone,
  constraint evidence_items_pkey PRIMARY KEY (number_id, evidence_id)
);
CREATE INDEX evidence_items_by_hash ON public.evidence_items USING btree (sha256);
CREATE INDEX evidence_items_kept ON public.evidence_items USING btree (number_id, case_id) WHERE (forgotten_at IS NULL);
comment on table evidence_items is 'Files of cases; the bytes lie in the file store under their hash, the names are sealed in the journal';
comment on column evidence_items.forgotten_at is 'When the bytes were deleted; the hash stays';
comment on index evidence_items_by_hash is 'hasEvidenceElsewhere: whether the same bytes lie in another case';
comment on index evidence_items_kept is 'listForgettable: cases whose files are still there';

create table flag_classes (
  class_id text not null,
  carrier_id text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  from_at timestamp with time zone,
  until_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  because text not null,
  why text not null,
  pause_id text,
  status text not null,
  ended_at timestamp with time zone,
  leased_until timestamp with time zone,
  constraint flag_classes_pkey PRIMARY KEY (class_id),
  constraint flag_classes_because_check CHECK ((because = ANY (ARRAY['test'::text, 'hand'::text]))),
  constraint flag_classes_status_check CHECK ((status = ANY (ARRAY['open'::text, 'working'::text, 'decided'::text, 'dropped'::text]))),
  constraint flag_classes_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id),
  constraint flag_classes_pause_id_fkey FOREIGN KEY (pause_id) REFERENCES rule_pauses(pause_id)
);
CREATE INDEX flag_classes_of_carrier ON public.flag_classes USING btree (carrier_id, opened_at DESC, class_id);
CREATE UNIQUE INDEX flag_classes_open ON public.flag_classes USING btree (carrier_id, policy_id, policy_version, rule_id) WHERE (status = ANY (ARRAY['open'::text, 'working'::text]));
CREATE INDEX flag_classes_working ON public.flag_classes USING btree (class_id) WHERE (status = 'working'::text);
comment on table flag_classes is 'Flags that one rule placed, looked at again together';
comment on column flag_classes.from_at is 'Flags placed from here on; null for all';
comment on column flag_classes.until_at is 'Flags placed before; null for all';
comment on column flag_classes.status is 'Working: a decision is being carried out on each number';
comment on column flag_classes.leased_until is 'Some worker is at it until then; only spares work';
comment on index flag_classes_of_carrier is 'listClasses: newest first';
comment on index flag_classes_open is 'openClass: one class of a rule at a time';
comment on index flag_classes_working is 'leaseClasses: decisions to carry on with';

create table flag_verdicts (
  number_id bigint not null,
  flag_id text not null,
  carrier_id text,
  province text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  imposed_by text not null,
  outcome text not null,
  given_by text not null,
  decided_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  tested boolean not null,
  model text,
  constraint flag_verdicts_pkey PRIMARY KEY (number_id, flag_id),
  constraint flag_verdicts_given_by_check CHECK ((given_by = ANY (ARRAY['decision'::text, 'settlement'::text]))),
  constraint flag_verdicts_outcome_check CHECK ((outcome = ANY (ARRAY['overturned'::text, 'upheld'::text])))
) with (fillfactor=90);
CREATE INDEX flag_verdicts_of_rule ON public.flag_verdicts USING btree (carrier_id, policy_id, policy_version, rule_id, decided_at, flag_id) INCLUDE (outcome, given_by, tested, province, imposed_by) WHERE (carrier_id IS NOT NULL);
comment on table flag_verdicts is 'What was decided of each flag, for or against the rule that placed it; one row a flag however often it was decided. Rebuilt from entries';
comment on column flag_verdicts.outcome is 'Overturned: found misjudged, or given up before a body after it was upheld';
comment on column flag_verdicts.given_by is 'What brought the outcome: a decision of the carrier, or a settlement';
comment on column flag_verdicts.decided_at is 'When it was first decided; a later change keeps the place';
comment on column flag_verdicts.changed_at is 'When an upheld flag was overturned after all';
comment on column flag_verdicts.tested is 'Counts in the sequential test: the first verdict of its number under this rule and version';
comment on column flag_verdicts.model is 'The model that the facts name, as its owner calls it; null where they name none, or several';
comment on index flag_verdicts_of_rule is 'countVerdicts, tallyOf, listOutcomes: the verdicts on a rule, in their order';

create table flags (
  number_id bigint not null,
  flag_id text not null,
  line integer not null,
  carrier_id text,
  origin text not null,
  status text not null,
  layer text not null,
  imposed_by text not null,
  cause text not null,
  code text not null,
  policy_id text,
  policy_version integer,
  rule_id text,
  raised_by text not null,
  placed_at timestamp with time zone not null,
  lifted_because text,
  lifted_at timestamp with time zone,
  constraint flags_pkey PRIMARY KEY (number_id, flag_id),
  constraint flags_status_check CHECK ((status = ANY (ARRAY['active'::text, 'lifting'::text, 'lifted'::text, 'detached'::text])))
) with (fillfactor=90);
CREATE INDEX flags_of_carrier ON public.flags USING btree (carrier_id, placed_at DESC, flag_id) WHERE (carrier_id IS NOT NULL);
CREATE INDEX flags_of_rule ON public.flags USING btree (carrier_id, policy_id, rule_id) WHERE (rule_id IS NOT NULL);
comment on table flags is 'Marks on lines';
comment on column flags.rule_id is 'The rule of the policy that fired';
comment on column flags.lifted_because is 'Set when the lift is ordered';
comment on index flags_of_carrier is 'listFlags: a carrier''s flags, newest first';
comment on index flags_of_rule is 'countRules: how often each rule fired and was overturned; listFlags by rule';

create table holds (
  number_id bigint not null,
  hold_id text not null,
  line integer not null,
  carrier_id text,
  ground text not null,
  case_ids text[],
  placed_by text not null,
  placed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint holds_pkey PRIMARY KEY (number_id, hold_id)
) with (fillfactor=90);
CREATE INDEX holds_of_carrier ON public.holds USING btree (carrier_id, placed_at DESC, hold_id);
comment on table holds is 'Legal holds over a number or some of its cases; the document behind each is sealed in its entry';
comment on column holds.case_ids is 'Null for all of the number';
comment on index holds_of_carrier is 'listHolds: a carrier''s holds, newest first';

create table idempotency_keys (
  number_id bigint not null,
  actor_id text not null,
  key text not null,
  request_hash text not null,
  reply json not null,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (number_id, actor_id, key)
);
CREATE INDEX idempotency_keys_by_time ON public.idempotency_keys USING btree (created_at);
comment on table idempotency_keys is 'A client''s own name for a write with the answer it got, kept in the append that did it';
comment on column idempotency_keys.request_hash is 'What was asked under this key: another request under the same key is refused';
comment on column idempotency_keys.reply is 'Repeated word for word when the same is asked again';
comment on column idempotency_keys.created_at is 'For forgetting old keys';
comment on index idempotency_keys_by_time is 'dropOld: names of writes that nobody repeats any more';

create table import_chunks (
  import_id text not null,
  first_row bigint not null,
  rows integer not null,
  verdicts bytea not null,
  constraint import_chunks_pkey PRIMARY KEY (import_id, first_row),
  constraint import_chunks_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(import_id)
);
comment on table import_chunks is 'What became of each row, as many rows together as were committed together';
comment on column import_chunks.verdicts is 'One line of JSON a row, packed with gzip; ids and codes, no digits of numbers';

create table import_faults (
  import_id text not null,
  code text not null,
  rows bigint not null,
  examples jsonb not null,
  constraint import_faults_pkey PRIMARY KEY (import_id, code),
  constraint import_faults_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(import_id)
);
comment on table import_faults is 'Refused rows by reason, with the first few of each';
comment on column import_faults.examples is 'Row, field and what was found there';

create table import_parts (
  import_id text not null,
  part integer not null,
  first_byte bigint not null,
  sha256 text not null,
  constraint import_parts_pkey PRIMARY KEY (import_id, part),
  constraint import_parts_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(import_id)
);
comment on table import_parts is 'The unpacked file in pieces, which lie in the file store packed and encrypted; deleted when the import ends';
comment on column import_parts.first_byte is 'Where this piece begins in the unpacked file';

create table imports (
  import_id text not null,
  carrier_id text not null,
  system_id text not null,
  uploaded_by text not null,
  file_name text not null,
  format text not null,
  columns text[] not null,
  status text not null,
  fault text,
  bytes bigint default 0 not null,
  at_byte bigint default 0 not null,
  rows_read bigint default 0 not null,
  recorded bigint default 0 not null,
  duplicate bigint default 0 not null,
  flagged bigint default 0 not null,
  lifted bigint default 0 not null,
  refused bigint default 0 not null,
  worked_ms bigint default 0 not null,
  leased_until timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (import_id),
  constraint imports_check CHECK ((rows_read = ((((recorded + duplicate) + flagged) + lifted) + refused))),
  constraint imports_format_check CHECK ((format = ANY (ARRAY['ndjson'::text, 'csv'::text]))),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['receiving'::text, 'running'::text, 'paused'::text, 'cancelled'::text, 'failed'::text, 'done'::text]))),
  constraint imports_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id),
  constraint imports_system_id_fkey FOREIGN KEY (system_id) REFERENCES actors(actor_id),
  constraint imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES actors(actor_id)
);
CREATE INDEX imports_of_carrier ON public.imports USING btree (carrier_id, created_at DESC, import_id);
CREATE INDEX imports_under_way ON public.imports USING btree (created_at, import_id) WHERE (status = ANY (ARRAY['receiving'::text, 'running'::text]));
comment on table imports is 'Files of facts that a carrier sent: each figure moves in the commit of the rows that it counts';
comment on column imports.system_id is 'The connected system whose facts these are: its own ids name them, whoever uploaded the file';
comment on column imports.file_name is 'As the sender called the file';
comment on column imports.columns is 'The header of a CSV file; empty for NDJSON';
comment on column imports.fault is 'Why the file could not be read further';
comment on column imports.bytes is 'Length of the unpacked file; known once it was received';
comment on column imports.at_byte is 'Where the next row begins: all rows before are committed, none after';
comment on column imports.worked_ms is 'Time spent on it, without pauses';
comment on column imports.leased_until is 'Some worker is at it; only spares work, what is committed twice is refused by at_byte';
comment on index imports_of_carrier is 'listImports: a carrier''s imports, newest first';
comment on index imports_under_way is 'listUnderWay: what is to be worked on, oldest first';

create table lift_steps (
  number_id bigint not null,
  lift_id text not null,
  system text not null,
  status text not null,
  attempts integer not null,
  sent_at timestamp with time zone,
  code text,
  constraint lift_steps_pkey PRIMARY KEY (number_id, lift_id, system),
  constraint lift_steps_status_check CHECK ((status = ANY (ARRAY['ordered'::text, 'sent'::text, 'confirmed'::text, 'failed'::text, 'silent'::text])))
) with (fillfactor=80);
comment on table lift_steps is 'What each system of the carrier did with a lift';
comment on column lift_steps.sent_at is 'When the order first left for this system';

create table lifts (
  number_id bigint not null,
  lift_id text not null,
  line integer not null,
  carrier_id text,
  flag_ids text[] not null,
  because text not null,
  case_id text,
  since timestamp with time zone not null,
  ordered_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  abandoned_at timestamp with time zone,
  not_back_at timestamp with time zone,
  constraint lifts_pkey PRIMARY KEY (number_id, lift_id)
) with (fillfactor=90);
CREATE INDEX lifts_of_carrier ON public.lifts USING btree (carrier_id, ordered_at DESC, lift_id) WHERE (carrier_id IS NOT NULL);
CREATE INDEX lifts_under_way ON public.lifts USING btree (carrier_id, ordered_at DESC, lift_id) WHERE ((carrier_id IS NOT NULL) AND (completed_at IS NULL) AND (abandoned_at IS NULL));
comment on table lifts is 'Orders that take measures off';
comment on column lifts.since is 'When the condition was met: the restoration period counts from here';
comment on column lifts.abandoned_at is 'When a human accepted that it failed';
comment on column lifts.not_back_at is 'When the person said that service is not back';
comment on index lifts_of_carrier is 'listLifts: a carrier''s lifts, newest first';
comment on index lifts_under_way is 'listLifts: those still waiting for a system';

create table line_keys (
  number_id bigint not null,
  line integer not null,
  key_version integer not null,
  wrapped_key bytea,
  constraint line_keys_pkey PRIMARY KEY (number_id, line)
);
comment on table line_keys is 'One data key per tenure: without it the sealed words of that tenure are gone, and the chain still stands';
comment on column line_keys.key_version is 'The generation of the master key that wraps it';
comment on column line_keys.wrapped_key is 'The data key under the master key; null once it was forgotten';

create table line_proofs (
  number_id bigint not null,
  proof_id text not null,
  line integer not null,
  person_id text not null,
  proves text not null,
  method text not null,
  status text not null,
  reference text,
  evidence_id text,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  constraint line_proofs_pkey PRIMARY KEY (number_id, proof_id),
  constraint line_proofs_check CHECK (((proves = 'possession'::text) = (method = 'code'::text))),
  constraint line_proofs_check1 CHECK (((status = 'waiting'::text) = (decided_at IS NULL))),
  constraint line_proofs_check2 CHECK (((method = 'papers'::text) = (decided_by IS NOT NULL))),
  constraint line_proofs_method_check CHECK ((method = ANY (ARRAY['code'::text, 'real_person'::text, 'papers'::text]))),
  constraint line_proofs_proves_check CHECK ((proves = ANY (ARRAY['possession'::text, 'holder'::text]))),
  constraint line_proofs_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'passed'::text, 'failed'::text, 'silent'::text, 'withdrawn'::text]))),
  constraint line_proofs_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES actors(actor_id),
  constraint line_proofs_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(person_id)
);
CREATE INDEX line_proofs_of_person ON public.line_proofs USING btree (person_id, asked_at DESC);
comment on table line_proofs is 'That somebody has a number in hand, and that they are its holder: two proofs, each with its result and time alone; nothing of a face';
comment on column line_proofs.reference is 'What the provider of the real-person check calls it';
comment on column line_proofs.evidence_id is 'The paper that the desk compared';
comment on index line_proofs_of_person is 'countProofsSince: how often somebody began a check';

create table lines (
  number_id bigint not null,
  line integer not null,
  origin text not null,
  kind text not null,
  carrier_id text not null,
  province text not null,
  holder_id text,
  user_id text,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint lines_pkey PRIMARY KEY (number_id, line),
  constraint lines_origin_check CHECK ((origin = ANY (ARRAY['placed'::text, 'reported'::text])))
);
CREATE INDEX lines_holder ON public.lines USING btree (holder_id, number_id) WHERE (holder_id IS NOT NULL);
CREATE INDEX lines_user ON public.lines USING btree (user_id, number_id) WHERE (user_id IS NOT NULL);
comment on table lines is 'Tenures of a number';
comment on column lines.carrier_id is 'The carrier that runs the line, also where it is only reported';
comment on index lines_holder is 'listLinesOf: the lines that a person holds';
comment on index lines_user is 'listLinesOf: the lines that a person uses';

create table mail_codes (
  mail_index bytea not null,
  code_hash bytea not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries_left integer not null,
  sent_in_window integer not null,
  window_from timestamp with time zone not null,
  constraint mail_codes_pkey PRIMARY KEY (mail_index),
  constraint mail_codes_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint mail_codes_mail_index_check CHECK ((octet_length(mail_index) = 32))
);
comment on table mail_codes is 'The last code sent to an address of mail or a phone: good for a few minutes and a few tries';
comment on column mail_codes.sent_in_window is 'Codes sent since window_from; too many are refused';

create table mandate_offers (
  offer_hash bytea not null,
  number_id bigint not null,
  principal_id text not null,
  terms jsonb not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by text,
  constraint mandate_offers_pkey PRIMARY KEY (offer_hash),
  constraint mandate_offers_offer_hash_check CHECK ((octet_length(offer_hash) = 32)),
  constraint mandate_offers_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people(person_id),
  constraint mandate_offers_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES people(person_id)
);
comment on table mandate_offers is 'Terms that a principal signed; whoever has the code may take them on, once';
comment on column mandate_offers.offer_hash is 'SHA-256 of the code that the principal hands over; the code itself is kept nowhere';
comment on column mandate_offers.terms is 'Kind, acts, days and fee; no names';

create table mandate_papers (
  paper_id text not null,
  carrier_id text not null,
  representative_id text not null,
  digits_sealed bytea not null,
  names_sealed bytea not null,
  terms jsonb not null,
  sha256 text not null,
  media_type text not null,
  status text not null,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  ground text,
  constraint mandate_papers_pkey PRIMARY KEY (paper_id),
  constraint mandate_papers_check CHECK (((status = 'waiting'::text) = (decided_at IS NULL))),
  constraint mandate_papers_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'granted'::text, 'refused'::text]))),
  constraint mandate_papers_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id),
  constraint mandate_papers_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES actors(actor_id),
  constraint mandate_papers_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES people(person_id)
);
CREATE INDEX mandate_papers_of_carrier ON public.mandate_papers USING btree (carrier_id, status, created_at, paper_id);
CREATE INDEX mandate_papers_of_representative ON public.mandate_papers USING btree (representative_id, created_at DESC);
comment on table mandate_papers is 'Mandates signed on paper that the carrier''s desk checks; nothing of the number is told to whoever hands them in';
comment on column mandate_papers.digits_sealed is 'The number as it was written, sealed and bound to the paper';
comment on column mandate_papers.names_sealed is 'Both names as they were written, sealed and bound to the paper';
comment on column mandate_papers.ground is 'Why it was refused, as a code';
comment on index mandate_papers_of_carrier is 'listPapers: a desk''s papers, waiting ones oldest first';
comment on index mandate_papers_of_representative is 'listPapersOf: what somebody handed in';

create table mandates (
  number_id bigint not null,
  mandate_id text not null,
  line integer not null,
  carrier_id text,
  principal_id text not null,
  representative_id text not null,
  kind text not null,
  signed text not null,
  status text not null,
  granted_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint mandates_pkey PRIMARY KEY (number_id, mandate_id),
  constraint mandates_signed_check CHECK ((signed = ANY (ARRAY['code'::text, 'paper'::text]))),
  constraint mandates_status_check CHECK ((status = ANY (ARRAY['live'::text, 'revoked'::text, 'ended'::text])))
) with (fillfactor=90);
CREATE INDEX mandates_of_principal ON public.mandates USING btree (principal_id, granted_at DESC, mandate_id);
CREATE INDEX mandates_of_representative ON public.mandates USING btree (representative_id, status, granted_at DESC, mandate_id);
comment on table mandates is 'Authority of a representative over one line; what it covers is folded';
comment on column mandates.carrier_id is 'The carrier at whose desk it shows; null on a reported line';
comment on index mandates_of_principal is 'listMandatesBy: whom a person has let act for them';
comment on index mandates_of_representative is 'listMandatesFor: the lines that a representative may act on; countPrincipals: how many people one acts for';

create table notice_reads (
  number_id bigint not null,
  notice_id text not null,
  person_id text not null,
  read_at timestamp with time zone not null,
  constraint notice_reads_pkey PRIMARY KEY (number_id, notice_id, person_id)
);
comment on table notice_reads is 'When a person opened a notice in the inbox; not folded';

create table notices (
  number_id bigint not null,
  notice_id text not null,
  line integer not null,
  carrier_id text,
  kind text not null,
  person_id text not null,
  subject_kind text not null,
  subject_id text not null,
  "values" json not null,
  issued_at timestamp with time zone not null,
  constraint notices_pkey PRIMARY KEY (number_id, notice_id)
);
CREATE INDEX notices_of_person ON public.notices USING btree (person_id, issued_at DESC, notice_id);
comment on table notices is 'Formal documents to people; the text is composed from kind and values when it is read';
comment on index notices_of_person is 'listInbox: a person''s notices, newest first';

create table number_heads (
  number_id bigint not null,
  seq bigint not null,
  hash bytea not null,
  prev_hash bytea not null,
  state text not null,
  constraint number_heads_pkey PRIMARY KEY (number_id),
  constraint number_heads_hash_check CHECK ((octet_length(hash) = 32)),
  constraint number_heads_prev_hash_check CHECK ((octet_length(prev_hash) = 32)),
  constraint number_heads_seq_check CHECK ((seq >= 0))
) with (fillfactor=60, toast_tuple_target=8160);
comment on table number_heads is 'Where each journal stands: the one row that a command moves on, guarded by the hash it was read at';
comment on column number_heads.number_id is 'Random 63-bit name of a number; the digits stand only in numbers';
comment on column number_heads.seq is 'seq of the last entry; a journal that ends earlier has lost its tail';
comment on column number_heads.hash is 'Hash of the last entry; 32 zero bytes before the first';
comment on column number_heads.prev_hash is 'The hash that this move was decided on: an append finds exactly this one or changes nothing';
comment on column number_heads.state is 'The fold of all entries, JSON as text: the order of keys is part of the fold, and only the product reads it';

create table number_lookups (
  blind_index bytea not null,
  account text not null,
  number_id bigint not null,
  constraint number_lookups_pkey PRIMARY KEY (blind_index, account)
);
comment on table number_lookups is 'From digits to number_id';
comment on column number_lookups.account is 'Whose reported number it is; empty for what connected carriers placed';

create table numbers (
  number_id bigint not null,
  blind_index bytea not null,
  digits_sealed bytea,
  owner_account text,
  created_at timestamp with time zone not null,
  constraint numbers_pkey PRIMARY KEY (number_id),
  constraint numbers_blind_index_check CHECK ((octet_length(blind_index) = 32))
);
comment on table numbers is 'The only place of the digits; deleting a row shreds the link between digits and journal';
comment on column numbers.blind_index is 'HMAC-SHA-256 of the E.164 form under a key derived from the master key';
comment on column numbers.digits_sealed is 'The E.164 form, sealed and bound to number_id; null once it was shredded';
comment on column numbers.owner_account is 'The account that reported it, for a line that only its reporter sees; null for carriers'' lines';

create table organisations (
  organisation_id text not null,
  credit_code text not null,
  created_at timestamp with time zone not null,
  constraint organisations_pkey PRIMARY KEY (organisation_id),
  constraint organisations_credit_code_key UNIQUE (credit_code),
  constraint organisations_credit_code_check CHECK ((credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'::text)),
  constraint organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people(person_id)
);
comment on table organisations is 'Legal persons that hold numbers; name and account are those of their row in people';
comment on column organisations.credit_code is 'Unified social credit code (GB 32100), its check sign verified; tells of no person of flesh';

create table passkeys (
  credential_id bytea not null,
  actor_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  label text not null,
  backed_up boolean not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkeys_pkey PRIMARY KEY (credential_id),
  constraint passkeys_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
CREATE INDEX passkeys_of_actor ON public.passkeys USING btree (actor_id, created_at);
comment on table passkeys is 'Passkeys of people and staff: public keys alone, nothing of a face or finger';
comment on column passkeys.sign_count is 'The authenticator''s own count; one that goes back is a copy';
comment on column passkeys.label is 'Coarse name of the device it was made on';
comment on index passkeys_of_actor is 'listPasskeys: the passkeys of one actor';

create table people (
  person_id text not null,
  name_sealed bytea not null,
  email_sealed bytea,
  sms_digits_sealed bytea,
  created_at timestamp with time zone not null,
  name_index bytea,
  constraint people_pkey PRIMARY KEY (person_id)
);
CREATE INDEX people_name ON public.people USING btree (name_index) WHERE (name_index IS NOT NULL);
comment on table people is 'People of flesh; every field sealed and bound to the person and the field';
comment on column people.sms_digits_sealed is 'Where text messages go: never the flagged number itself, unless the person says so';
comment on column people.name_index is 'Keyed blind index of the name in one spelling: found by whoever knows the whole name, says nothing without the key';
comment on index people_name is 'findPeopleByName: the search at a desk';

create table policies (
  policy_id text not null,
  version integer not null,
  carrier_id text not null,
  status text not null,
  body jsonb not null,
  drafted_by text not null,
  published_at timestamp with time zone,
  published_by text,
  effective_from timestamp with time zone,
  note text default ''::text not null,
  drafted_at timestamp with time zone,
  constraint policies_pkey PRIMARY KEY (policy_id, version),
  constraint policies_check CHECK (((status = 'published'::text) = ((published_at IS NOT NULL) AND (published_by IS NOT NULL)))),
  constraint policies_check1 CHECK ((published_by IS DISTINCT FROM drafted_by)),
  constraint policies_check2 CHECK (((status = 'published'::text) = (effective_from IS NOT NULL))),
  constraint policies_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint policies_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX policies_in_force ON public.policies USING btree (carrier_id, effective_from DESC, published_at DESC) WHERE (status = 'published'::text);
comment on table policies is 'Carriers'' rule tables; a published version never changes';
comment on column policies.published_by is 'Another person than the one who drafted it';
comment on column policies.effective_from is 'From then on facts are judged by it; until then by the one before. Flags keep the version they began under';
comment on column policies.note is 'What the version changes and why, in the words of who drafted it';
comment on column policies.drafted_at is 'When the draft was last written';
comment on index policies_in_force is 'findPolicyInForce: the rule table of a carrier that is in force at a moment';

create table reason_templates (
  template_id text not null,
  version integer not null,
  carrier_id text not null,
  cause text,
  name text not null,
  words text not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  retired boolean default false not null,
  constraint reason_templates_pkey PRIMARY KEY (template_id, version),
  constraint reason_templates_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX reason_templates_of_carrier ON public.reason_templates USING btree (carrier_id, template_id, version DESC);
comment on table reason_templates is 'Reasons that a desk words again and again, with placeholders for what each record holds; every edit is a version';
comment on column reason_templates.cause is 'For flags of this cause; null for any';
comment on column reason_templates.retired is 'This version takes the template out of use; what was written with it stays as it is';
comment on index reason_templates_of_carrier is 'listTemplates: the newest version of each';

create table representatives (
  actor_id text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint representatives_pkey PRIMARY KEY (actor_id),
  constraint representatives_kind_check CHECK ((kind = ANY (ARRAY['lawyer'::text, 'legal_aid'::text, 'clerk'::text]))),
  constraint representatives_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
comment on table representatives is 'Accounts of those who act for others by office; an operator enters them';

create table root_key_wraps (
  master_id text not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null,
  constraint root_key_wraps_pkey PRIMARY KEY (master_id),
  constraint root_key_wraps_master_id_check CHECK ((master_id ~ '^[0-9a-f]{16}$'::text))
);
comment on table root_key_wraps is 'The one root key of this installation, once for each master key that opens it';
comment on column root_key_wraps.master_id is 'Names a master key without telling it: the first 16 hex digits of a hash under a key derived from it';
comment on column root_key_wraps.wrapped is 'The root key, AES-256-GCM under a key derived from the master key';
comment on column root_key_wraps.made_at is 'When this master key was given access';

create table rule_pauses (
  pause_id text not null,
  carrier_id text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  paused_at timestamp with time zone not null,
  paused_by text not null,
  because text not null,
  ground text not null,
  figures jsonb not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_ground text,
  constraint rule_pauses_pkey PRIMARY KEY (pause_id),
  constraint rule_pauses_because_check CHECK ((because = ANY (ARRAY['test'::text, 'hand'::text]))),
  constraint rule_pauses_check CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_ground IS NULL)))),
  constraint rule_pauses_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX rule_pauses_of_rule ON public.rule_pauses USING btree (carrier_id, policy_id, policy_version, rule_id, paused_at);
CREATE UNIQUE INDEX rule_pauses_open ON public.rule_pauses USING btree (carrier_id, policy_id, policy_version, rule_id) WHERE (ended_at IS NULL);
comment on table rule_pauses is 'Rules that flag nobody by themselves until somebody has looked at them; one version of one rule';
comment on column rule_pauses.because is 'The sequential test alarmed, or somebody paused it by hand';
comment on column rule_pauses.figures is 'Decided, overturned, tolerated rate and doubt at that moment';
comment on column rule_pauses.ended_at is 'When it was resumed; the test begins anew from there';
comment on index rule_pauses_of_rule is 'listPauses: what became of a rule';
comment on index rule_pauses_open is 'listPaused: at most one open pause of a rule';

create table rule_reports (
  report_id text not null,
  authority_id text not null,
  carrier_id text not null,
  province text not null,
  policy_id text not null,
  policy_version integer not null,
  rule_id text not null,
  class_id text not null,
  kind text not null,
  figures jsonb not null,
  sent_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by text,
  constraint rule_reports_pkey PRIMARY KEY (report_id),
  constraint rule_reports_authority_id_class_id_kind_key UNIQUE (authority_id, class_id, kind),
  constraint rule_reports_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'decided'::text, 'dropped'::text]))),
  constraint rule_reports_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authorities(authority_id),
  constraint rule_reports_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id),
  constraint rule_reports_class_id_fkey FOREIGN KEY (class_id) REFERENCES flag_classes(class_id)
);
CREATE INDEX rule_reports_of_authority ON public.rule_reports USING btree (authority_id, sent_at DESC, report_id);
comment on table rule_reports is 'What bodies are told of a rule that was found bad and of what became of its flags; figures only, nothing of any person';
comment on column rule_reports.province is 'Of the company that runs the lines; the body is competent for it';
comment on index rule_reports_of_authority is 'listReports: newest first';

create table rule_tolerances (
  tolerance_id text not null,
  carrier_id text not null,
  policy_id text not null,
  rule_id text not null,
  tolerated double precision not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  why text not null,
  constraint rule_tolerances_pkey PRIMARY KEY (tolerance_id),
  constraint rule_tolerances_tolerated_check CHECK (((tolerated >= (0.05)::double precision) AND (tolerated <= (0.5)::double precision))),
  constraint rule_tolerances_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX rule_tolerances_of_carrier ON public.rule_tolerances USING btree (carrier_id, set_at DESC);
comment on table rule_tolerances is 'Which share of overturns among decided appeals a carrier tolerates of a rule; the newest counts, older ones stay on record';
comment on index rule_tolerances_of_carrier is 'listTolerances: newest first';

create table saved_filters (
  filter_id text not null,
  carrier_id text not null,
  list text not null,
  name text not null,
  query jsonb not null,
  owner_id text not null,
  shared boolean not null,
  saved_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint saved_filters_pkey PRIMARY KEY (filter_id),
  constraint saved_filters_list_check CHECK ((list = ANY (ARRAY['cases'::text, 'flags'::text]))),
  constraint saved_filters_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE UNIQUE INDEX saved_filters_name ON public.saved_filters USING btree (owner_id, list, lower(name));
CREATE INDEX saved_filters_shared ON public.saved_filters USING btree (carrier_id, list) WHERE shared;
comment on table saved_filters is 'Filters of a desk''s lists that somebody gave a name; they hold no number and no person of the public';
comment on column saved_filters.query is 'As the address of the list has it: status, assignee, cause, rule, sort';
comment on column saved_filters.owner_id is 'Who saved it, and alone may rename, share or delete it';
comment on column saved_filters.shared is 'Seen by everybody at the same desk';
comment on index saved_filters_name is 'addSavedFilter, changeSavedFilter: a name once for each owner and list';
comment on index saved_filters_shared is 'listSavedFilters: those of colleagues';

create table schema_migrations (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
comment on table schema_migrations is 'Forward migrations that this database has been through';
comment on column schema_migrations.checksum is 'SHA-256 of the file, so that an edit after the fact is noticed';

create table sign_in_steps (
  step_hash bytea not null,
  kind text not null,
  actor_id text,
  data_sealed bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_steps_pkey PRIMARY KEY (step_hash),
  constraint sign_in_steps_kind_check CHECK ((kind = ANY (ARRAY['passkey_add'::text, 'passkey_use'::text, 'oidc'::text, 'act'::text, 'invite'::text]))),
  constraint sign_in_steps_step_hash_check CHECK ((octet_length(step_hash) = 32)),
  constraint sign_in_steps_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
CREATE INDEX sign_in_steps_by_end ON public.sign_in_steps USING btree (expires_at);
CREATE INDEX sign_in_steps_of_actor ON public.sign_in_steps USING btree (actor_id) WHERE (actor_id IS NOT NULL);
comment on table sign_in_steps is 'Ceremonies half done, acts that wait for a proof, and invitations: each is taken once, or forgotten when its time is over';
comment on column sign_in_steps.step_hash is 'SHA-256 of the name that the browser or the invited person holds';
comment on column sign_in_steps.data_sealed is 'Challenges, and what was typed before the proof was asked for';
comment on index sign_in_steps_by_end is 'putStep: forgets those whose time is over';
comment on index sign_in_steps_of_actor is 'endStepsOf: a new invitation ends the former one';

create table staff_identities (
  issuer text not null,
  subject text not null,
  actor_id text not null,
  created_at timestamp with time zone not null,
  constraint staff_identities_pkey PRIMARY KEY (issuer, subject),
  constraint staff_identities_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
CREATE INDEX staff_identities_of_actor ON public.staff_identities USING btree (actor_id);
comment on table staff_identities is 'Who of the staff somebody is whom an OpenID provider vouches for; linked by an operator, never made by signing in';
comment on index staff_identities_of_actor is 'listIdentities: where one actor is known';

create table totp_secrets (
  actor_id text not null,
  secret_sealed bytea not null,
  last_counter bigint not null,
  tries_in_window integer default 0 not null,
  window_from timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint totp_secrets_pkey PRIMARY KEY (actor_id),
  constraint totp_secrets_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors(actor_id)
);
comment on table totp_secrets is 'Authenticator apps of staff, each secret sealed and bound to its actor';
comment on column totp_secrets.last_counter is 'The period of the last code taken: a code is good once';
comment on column totp_secrets.tries_in_window is 'Codes tried since window_from; too many are refused unread';

create table webhook_attempts (
  message_id text not null,
  attempt integer not null,
  at timestamp with time zone not null,
  status integer,
  error text,
  constraint webhook_attempts_pkey PRIMARY KEY (message_id, attempt),
  constraint webhook_attempts_message_id_fkey FOREIGN KEY (message_id) REFERENCES webhook_messages(message_id)
);
comment on table webhook_attempts is 'Each try at a message with its outcome';
comment on column webhook_attempts.attempt is 'From 1; a replay counts on';

create table webhook_messages (
  message_id text not null,
  subscription_id text not null,
  number_id bigint,
  event text not null,
  body json not null,
  status text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  last_status integer,
  last_error text,
  created_at timestamp with time zone not null,
  constraint webhook_messages_pkey PRIMARY KEY (message_id),
  constraint webhook_messages_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'dead'::text]))),
  constraint webhook_messages_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES webhook_subscriptions(subscription_id)
);
CREATE INDEX webhook_messages_dead ON public.webhook_messages USING btree (subscription_id, created_at DESC, message_id) WHERE (status = 'dead'::text);
CREATE INDEX webhook_messages_of_subscription ON public.webhook_messages USING btree (subscription_id, created_at DESC, message_id);
comment on table webhook_messages is 'One message to one subscriber; its id is the webhook-id, so that a repeat is noticed';
comment on column webhook_messages.body is 'Sent byte for byte: json, not jsonb, because the signature covers the bytes';
comment on index webhook_messages_dead is 'listMessages: dead letters, newest first';
comment on index webhook_messages_of_subscription is 'listMessages: what a subscriber was told, newest first';

create table webhook_subscriptions (
  subscription_id text not null,
  carrier_id text not null,
  url text not null,
  secret_sealed bytea not null,
  kinds text[] not null,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint webhook_subscriptions_pkey PRIMARY KEY (subscription_id),
  constraint webhook_subscriptions_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES carriers(carrier_id)
);
CREATE INDEX webhook_subscriptions_of_carrier ON public.webhook_subscriptions USING btree (carrier_id);
comment on table webhook_subscriptions is 'Where a carrier wants to be told what';
comment on column webhook_subscriptions.secret_sealed is 'The signing secret, sealed and bound to the subscription';
comment on index webhook_subscriptions_of_carrier is 'listSubscriptions: a carrier''s subscriptions; findSubscribers: those who want an event';

CREATE OR REPLACE FUNCTION public.drop_old_messages(before timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare dropped integer;
begin
  if before > (select max(created_at) from webhook_messages) - interval '90 days' then return 0; end if;
  with old as (
    delete from webhook_messages where ctid = any(array(
      select ctid from webhook_messages where created_at < before and status <> 'pending' limit most
    )) returning message_id
  ), attempts as (
    delete from webhook_attempts using old where webhook_attempts.message_id = old.message_id returning 1
  )
  select count(*) from old into dropped;
  return dropped;
end $function$;

CREATE OR REPLACE FUNCTION public.drop_old_readings(before timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare dropped integer;
begin
  if before > (select max(at) from access_log) - interval '1096 days' then return 0; end if;
  delete from access_log where ctid = any(array(select ctid from access_log where at < before limit most));
  get diagnostics dropped = row_count;
  return dropped;
end $function$;

grant update on column appointments.accepted_at to qingbiao_app;
grant update on column appointments.accepted_by to qingbiao_app;
grant update on column appointments.ended_at to qingbiao_app;
grant update on column appointments.until_at to qingbiao_app;
grant update on column consents.withdrawn_at to qingbiao_app;
grant update on column consents.withdrawn_by to qingbiao_app;
grant execute on function drop_old_messages(timestamp with time zone,integer) to qingbiao_app;
grant execute on function drop_old_readings(timestamp with time zone,integer) to qingbiao_app;
grant usage on schema public to public;
grant usage on schema public to qingbiao_app;
grant delete, insert, select, update on table absences to qingbiao_app;
grant insert, select on table access_log to qingbiao_app;
grant delete, insert, select, update on table access_tokens to qingbiao_app;
grant insert, select, update on table account_keys to qingbiao_app;
grant insert, select, update on table actors to qingbiao_app;
grant insert, select on table appointments to qingbiao_app;
grant delete, insert, select, update on table attention to qingbiao_app;
grant insert, select, update on table authorities to qingbiao_app;
grant delete, insert, select on table back_test_changes to qingbiao_app;
grant delete, insert, select, update on table back_tests to qingbiao_app;
grant insert, select, update on table bulk_acts to qingbiao_app;
grant insert, select, update on table bulk_cases to qingbiao_app;
grant delete, insert, select, update on table bulk_preview_cases to qingbiao_app;
grant delete, insert, select, update on table bulk_previews to qingbiao_app;
grant insert, select, update on table carriers to qingbiao_app;
grant insert, select on table case_references to qingbiao_app;
grant delete, insert, select, update on table cases to qingbiao_app;
grant insert, select, update on table class_decisions to qingbiao_app;
grant insert, select, update on table class_flags to qingbiao_app;
grant delete, insert, select, update on table clocks to qingbiao_app;
grant insert, select on table consents to qingbiao_app;
grant delete, insert, select, update on table dealings to qingbiao_app;
grant delete, insert, select, update on table deliveries to qingbiao_app;
grant insert, select on table entries to qingbiao_app;
grant delete, insert, select, update on table evidence_items to qingbiao_app;
grant insert, select, update on table flag_classes to qingbiao_app;
grant delete, insert, select, update on table flag_verdicts to qingbiao_app;
grant delete, insert, select, update on table flags to qingbiao_app;
grant delete, insert, select, update on table holds to qingbiao_app;
grant delete, insert, select on table idempotency_keys to qingbiao_app;
grant insert, select on table import_chunks to qingbiao_app;
grant insert, select, update on table import_faults to qingbiao_app;
grant delete, insert, select on table import_parts to qingbiao_app;
grant delete, insert, select, update on table imports to qingbiao_app;
grant delete, insert, select, update on table lift_steps to qingbiao_app;
grant delete, insert, select, update on table lifts to qingbiao_app;
grant insert, select, update on table line_keys to qingbiao_app;
grant insert, select, update on table line_proofs to qingbiao_app;
grant delete, insert, select, update on table lines to qingbiao_app;
grant delete, insert, select, update on table mail_codes to qingbiao_app;
grant delete, insert, select, update on table mandate_offers to qingbiao_app;
grant insert, select, update on table mandate_papers to qingbiao_app;
grant delete, insert, select, update on table mandates to qingbiao_app;
grant insert, select on table notice_reads to qingbiao_app;
grant delete, insert, select, update on table notices to qingbiao_app;
grant insert, select, update on table number_heads to qingbiao_app;
grant delete, insert, select on table number_lookups to qingbiao_app;
grant insert, select, update on table numbers to qingbiao_app;
grant insert, select on table organisations to qingbiao_app;
grant delete, insert, select, update on table passkeys to qingbiao_app;
grant insert, select, update on table people to qingbiao_app;
grant insert, select, update on table policies to qingbiao_app;
grant insert, select on table reason_templates to qingbiao_app;
grant insert, select on table representatives to qingbiao_app;
grant delete, insert, select on table root_key_wraps to qingbiao_app;
grant insert, select, update on table rule_pauses to qingbiao_app;
grant insert, select, update on table rule_reports to qingbiao_app;
grant insert, select on table rule_tolerances to qingbiao_app;
grant delete, insert, select, update on table saved_filters to qingbiao_app;
grant select on table schema_migrations to qingbiao_app;
grant delete, insert, select, update on table sign_in_steps to qingbiao_app;
grant delete, insert, select on table staff_identities to qingbiao_app;
grant delete, insert, select, update on table totp_secrets to qingbiao_app;
grant insert, select on table webhook_attempts to qingbiao_app;
grant insert, select, update on table webhook_messages to qingbiao_app;
grant insert, select, update on table webhook_subscriptions to qingbiao_app;
