import type { TriageLexicon } from '../../src/domain/triage/triage.ts';
import { compileTriage } from '../../src/domain/triage/triage.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import { BORROWED, OFFICIAL_HOSTS, SERVICE_NUMBERS, SHORT_HOSTS } from './hosts.ts';
import { PART_WORDS } from './part-words.ts';
import { SCAM_WORDS } from './scam-words.ts';
import { SPEAKERS } from './speakers.ts';
import { STATE_WORDS } from './state-words.ts';
import { TALK_WORDS } from './talk-words.ts';

const LEXICON: TriageLexicon = {
  phrases: { ...STATE_WORDS, ...CAUSE_WORDS, ...TALK_WORDS, ...PART_WORDS, ...SCAM_WORDS },
  speakers: SPEAKERS,
  officialHosts: OFFICIAL_HOSTS,
  borrowedNames: BORROWED,
  shortHosts: SHORT_HOSTS,
  serviceNumbers: SERVICE_NUMBERS,
};

/** Triage with the wording known today, compiled once. */
export const triage = compileTriage(LEXICON);
