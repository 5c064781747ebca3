-- How carriers keep the periods that bind them, over many numbers at once.

create index clocks_duties on clocks (carrier_id, rule_id, due_at) where binds = 'carrier' and carrier_id is not null;
comment on index clocks_duties is 'readDuties: a carrier''s duties that fell due in a period';

create index entries_answers on entries (number_id, (data ->> 'caseId'), recorded_at)
  where kind in ('case.decided', 'case.lifting', 'case.carrier_answered');
comment on index entries_answers is 'readDuties: when the carrier answered a case whose day was over';
