import type { Kind } from './scene.ts';

/** What an address or a body names. `none` is a list or something of the caller's own. */
export type Thing =
  | 'none'
  | 'case'
  | 'clock'
  | 'evidence'
  | 'flag'
  | 'lift'
  | 'number'
  | 'notice'
  | 'attention'
  | 'mandate'
  | 'session'
  | 'webhook'
  | 'paper'
  | 'correction'
  | 'hold';
export type Variant = 'main' | 'past' | 'rival';

export const DESK: readonly Kind[] = ['agent', 'reviewer', 'auditor', 'policy_owner', 'admin', 'system'];
const PERSONS: readonly Kind[] = ['holder', 'user', 'rep', 'rep_narrow'];
const OFFICERS: readonly Kind[] = ['officer', 'officer_once'];
const RIVALS: readonly Kind[] = ['rival_holder', 'rival_agent', 'rival_system', 'officer_other'];

const LIFE = { main: [...PERSONS, ...DESK, ...OFFICERS], past: ['former', ...DESK], rival: RIVALS } as const;

/** Who may know that a thing is there at all. For anybody else it is the same as one that never was. */
export const SIGHT: Readonly<Record<Exclude<Thing, 'none'>, Readonly<Record<Variant, readonly Kind[]>>>> = {
  case: LIFE,
  clock: LIFE,
  evidence: LIFE,
  flag: LIFE,
  lift: { main: [...PERSONS, ...DESK], past: [], rival: [] },
  number: { ...LIFE, main: [...LIFE.main, 'former'] },
  notice: { main: ['holder'], past: ['former'], rival: ['rival_holder'] },
  attention: { main: [...PERSONS, ...DESK], past: [], rival: [] },
  mandate: { main: ['holder', 'user', 'rep'], past: [], rival: [] },
  session: { main: ['holder'], past: ['former'], rival: ['rival_holder'] },
  webhook: { main: DESK, past: [], rival: ['rival_agent', 'rival_system'] },
  paper: { main: DESK, past: [], rival: [] },
  correction: { main: ['holder', 'user', ...DESK], past: [], rival: [] },
  hold: { main: [...PERSONS, ...DESK], past: [], rival: [] },
};

/** The name under which each thing stands in addresses. */
export const NAME_OF: Readonly<Record<Exclude<Thing, 'none'>, string>> = {
  case: 'case_id',
  clock: 'clock_id',
  evidence: 'evidence_id',
  flag: 'flag_id',
  lift: 'lift_id',
  number: 'number_id',
  notice: 'notice_id',
  attention: 'attention_id',
  mandate: 'mandate_id',
  session: 'session_id',
  webhook: 'subscription_id',
  paper: 'paper_id',
  correction: 'correction_id',
  hold: 'hold_id',
};
