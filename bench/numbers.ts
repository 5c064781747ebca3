import { CARRIER, PEOPLE, SYSTEM } from '../seed/city.ts';
import type { Asker } from '../src/app/asker.ts';
import { actOnCase } from '../src/app/cases/act-on-case.ts';
import { openCase } from '../src/app/cases/open-case.ts';
import type { AppContext } from '../src/app/context.ts';
import { openLine } from '../src/app/numbers/open-line.ts';
import { recordFact } from '../src/app/numbers/record-fact.ts';
import type { Fact } from '../src/domain/numbers/fact.ts';

const HOLDER_ID = PEOPLE[0]?.actorId ?? '';
const SYSTEMS: Asker = askerOf(SYSTEM.actorId, 'system');
const HOLDER: Asker = askerOf(HOLDER_ID, 'subscriber');
const AT_ONCE = 64;
let last = 0;

/** Numbers with a flag, by their digits. */
export function makeSuspected(ctx: AppContext, count: number): Promise<string[]> {
  return many(count, async () => (await suspect(ctx)).mobileNumber);
}

/** Draft cases, each on a number of its own, by their ids. */
export function makeDrafts(ctx: AppContext, count: number): Promise<string[]> {
  return many(count, () => draft(ctx));
}

/** Submitted cases. */
export function makeCases(ctx: AppContext, count: number): Promise<string[]> {
  return many(count, async () => {
    const caseId = await draft(ctx);
    await actOnCase(ctx, HOLDER, caseId, { do: 'case.submit' });
    return caseId;
  });
}

/** Numbers switched off over one unpaid bill, by their digits; `OWED_FEN` frees each. */
export function makeArrears(ctx: AppContext, count: number): Promise<string[]> {
  return many(count, async () => {
    const mobileNumber = await openNumber(ctx);
    await tell(ctx, mobileNumber, { kind: 'bill_issued', billId: BILL, amountFen: OWED_FEN, dueDate: '2026-01-31' });
    await tell(ctx, mobileNumber, { kind: 'bill_overdue', billId: BILL, overdueDays: 31, overdueFen: OWED_FEN });
    return mobileNumber;
  });
}

export const BILL = 'bill-1';
export const OWED_FEN = 8_800;

async function many<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  let begun = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (begun < count) {
        begun += 1;
        made.push(await make());
      }
    }),
  );
  return made;
}

async function draft(ctx: AppContext): Promise<string> {
  const { flagIds } = await suspect(ctx);
  const statement = '我是快递员，每天要打很多短电话通知客户取件。';
  return (await openCase(ctx, HOLDER, { flagIds, remedy: 'appeal', statement })).caseFile.caseId;
}

async function suspect(ctx: AppContext) {
  const mobileNumber = await openNumber(ctx);
  const { flagIds } = await tell(ctx, mobileNumber, {
    kind: 'usage_observed',
    windowHours: 24,
    callsOut: 180,
    distinctCallees: 150,
    shortCallShare: 0.92,
  });
  return { mobileNumber, flagIds };
}

/** A number of the range that was never handed out, with an open line. */
async function openNumber(ctx: AppContext): Promise<string> {
  last += 1;
  const mobileNumber = `+861540${String(1_000_000 + last)}`;
  await openLine(ctx, SYSTEMS, {
    mobileNumber,
    kind: 'personal',
    province: CARRIER.province,
    holderId: HOLDER_ID,
    userId: HOLDER_ID,
    openedAt: '2024-01-01T00:00:00.000Z',
  });
  return mobileNumber;
}

function tell(ctx: AppContext, mobileNumber: string, fact: Fact) {
  const sourceId = `${fact.kind}-${mobileNumber}`;
  return recordFact(ctx, SYSTEMS, { name: { mobileNumber }, sourceId, at: ctx.clock.now(), fact });
}

function askerOf(id: string, role: 'system' | 'subscriber'): Asker {
  const subscriber = role === 'subscriber';
  const carrierId = subscriber ? null : CARRIER.carrierId;
  const actor = { id, role, carrierId, authorityId: null, personId: subscriber ? id : null };
  return { actor, source: 'seed', sourceId: 'bench' };
}
