-- Representatives: whom a person lets act for them, on which line, until when.

create table mandates (
  number_id bigint not null,
  mandate_id text not null,
  line integer not null,
  carrier_id text,
  principal_id text not null,
  representative_id text not null,
  kind text not null,
  signed text not null check (signed in ('code', 'paper')),
  status text not null check (status in ('live', 'revoked', 'ended')),
  granted_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  primary key (number_id, mandate_id)
) with (fillfactor = 90);
comment on table mandates is 'Authority of a representative over one line; what it covers is folded';
comment on column mandates.carrier_id is 'The carrier at whose desk it shows; null on a reported line';
create index mandates_of_representative on mandates (representative_id, status, granted_at desc, mandate_id);
comment on index mandates_of_representative is 'listMandatesFor: the lines that a representative may act on; countPrincipals: how many people one acts for';
create index mandates_of_principal on mandates (principal_id, granted_at desc, mandate_id);
comment on index mandates_of_principal is 'listMandatesBy: whom a person has let act for them';

grant select, insert, update, delete on mandates to qingbiao_app;
