-- A mandate before it is one: signed by the principal and not yet taken on, or on paper and not yet checked.

create table mandate_offers (
  offer_hash bytea primary key check (octet_length(offer_hash) = 32),
  number_id bigint not null,
  principal_id text not null references people,
  terms jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references people
);
comment on table mandate_offers is 'Terms that a principal signed; whoever has the code may take them on, once';
comment on column mandate_offers.offer_hash is 'SHA-256 of the code that the principal hands over; the code itself is kept nowhere';
comment on column mandate_offers.terms is 'Kind, acts, days and fee; no names';

create table mandate_papers (
  paper_id text primary key,
  carrier_id text not null references carriers,
  representative_id text not null references people,
  digits_sealed bytea not null,
  names_sealed bytea not null,
  terms jsonb not null,
  sha256 text not null,
  media_type text not null,
  status text not null check (status in ('waiting', 'granted', 'refused')),
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text references actors,
  ground text,
  check ((status = 'waiting') = (decided_at is null))
);
comment on table mandate_papers is 'Mandates signed on paper that the carrier''s desk checks; nothing of the number is told to whoever hands them in';
comment on column mandate_papers.digits_sealed is 'The number as it was written, sealed and bound to the paper';
comment on column mandate_papers.names_sealed is 'Both names as they were written, sealed and bound to the paper';
comment on column mandate_papers.ground is 'Why it was refused, as a code';
create index mandate_papers_of_carrier on mandate_papers (carrier_id, status, created_at, paper_id);
comment on index mandate_papers_of_carrier is 'listPapers: a desk''s papers, waiting ones oldest first';
create index mandate_papers_of_representative on mandate_papers (representative_id, created_at desc);
comment on index mandate_papers_of_representative is 'listPapersOf: what somebody handed in';

grant select, insert, update on mandate_offers, mandate_papers to qingbiao_app;
