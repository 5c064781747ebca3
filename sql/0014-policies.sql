-- From when a published rule table is in force, and why it was changed.

alter table policies add column effective_from timestamptz;
alter table policies add column note text not null default '';
alter table policies add column drafted_at timestamptz;
update policies set effective_from = published_at where status = 'published';
alter table policies add check ((status = 'published') = (effective_from is not null));
comment on column policies.effective_from is 'From then on facts are judged by it; until then by the one before. Flags keep the version they began under';
comment on column policies.note is 'What the version changes and why, in the words of who drafted it';
comment on column policies.drafted_at is 'When the draft was last written';
drop index policies_in_force;
create index policies_in_force on policies (carrier_id, effective_from desc, published_at desc) where status = 'published';
comment on index policies_in_force is 'findPolicyInForce: the rule table of a carrier that is in force at a moment';
