-- Before a file is deleted, nobody else's case may hold the same bytes.

create index evidence_items_by_hash on evidence_items (sha256);
comment on index evidence_items_by_hash is 'hasEvidenceElsewhere: whether the same bytes lie in another case';
