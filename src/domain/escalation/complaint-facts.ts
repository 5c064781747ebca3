import type { Case } from '../cases/case.ts';
import { shanghaiDate } from '../clocks/plain-date.ts';
import type { Flag } from '../flags/flag.ts';
import { firstDoor } from '../flags/words.ts';
import type { ToldFact } from '../letters/confirmed.ts';
import type { FactName } from '../letters/letter.ts';
import { lengthOf, limitOf } from '../letters/text.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';

/** What a case has to say for a complaint, in words; empty where it says nothing. */
export type ComplaintSource = {
  readonly caseFile: Case;
  readonly flags: readonly Flag[];
  readonly name: string;
  readonly mobileNumber: string;
  readonly carrier: string;
  readonly province: string;
  readonly statement: string;
  readonly measures: string;
  readonly ticket: string;
  /** What the carrier answered, or that it did not. */
  readonly reply: string;
  /** When the person put it to the carrier; null while they have not. */
  readonly complainedAt: Instant | null;
};

/**
 * The facts of a case that a complaint may state. The person confirmed them by putting the case to the carrier: its check page
 * shows every one, and a kept case is their own account. Before that nothing is confirmed.
 */
export function complaintFacts(source: ComplaintSource): Partial<Record<FactName, ToldFact>> {
  const { flags, complainedAt } = source;
  const since = flags.map(sinceOf).toSorted()[0];
  const said: Partial<Record<FactName, string>> = {
    name: source.name,
    mobile_number: source.mobileNumber,
    carrier: source.carrier,
    province: source.province,
    what_happened: source.statement,
    since: since === undefined ? '' : shanghaiDate(since),
    measures: source.measures,
    ticket: source.ticket,
    reply: source.reply,
    complained_on: complainedAt === null ? '' : shanghaiDate(complainedAt),
  };
  const told: Partial<Record<FactName, ToldFact>> = {};
  for (const [name, value] of Object.entries(said) as [FactName, string][]) {
    // Words too long for a letter stand in the file; the letter leaves room for shorter ones.
    if (value !== '' && lengthOf(value) <= limitOf(name)) told[name] = { value, confirmedAt: complainedAt };
  }
  return told;
}

function sinceOf({ reasons, placedAt }: Flag): Instant {
  return reasons.measures.map(({ from }) => from).toSorted()[0] ?? placedAt;
}

/** Why the regulator is not the door for these marks: who else alone can lift one of them. */
export function otherDoor(flags: readonly Flag[]): Refusal | null {
  const foreign = flags.find(({ imposedBy }) => firstDoor(imposedBy) !== 'carrier');
  if (!foreign) return null;
  return refusal('case.wrong_door', { door: firstDoor(foreign.imposedBy), imposed_by: foreign.imposedBy });
}
