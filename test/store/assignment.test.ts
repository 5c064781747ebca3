import { expect, test } from 'vitest';
import { loadOf } from '../../src/app/assignment/load.ts';
import type { CaseStatus } from '../../src/domain/cases/case.ts';
import type { Instant } from '../../src/domain/time.ts';
import { addMs } from '../../src/domain/time.ts';
import { listLoads, listUnassigned } from '../../src/store/assignment.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const NOW = '2026-03-02T02:00:00.000Z';
const DAY_MS = 86_400_000;
const OPEN: readonly CaseStatus[] = ['submitted', 'in_review', 'overdue'];
let cases = 0;

type Given = {
  readonly carrierId: string;
  readonly assignee?: string | null;
  readonly due?: Instant | null;
  readonly opened?: Instant;
  readonly status?: CaseStatus;
  readonly reviewer?: string | null;
};

/** A row as the projection writes it. */
async function put({
  carrierId,
  assignee = null,
  due = null,
  opened = NOW,
  status = 'submitted',
  reviewer = null,
}: Given) {
  cases += 1;
  const caseId = `case_${String(cases).padStart(4, '0')}`;
  await database.owner.query(
    `insert into cases (number_id, case_id, line, carrier_id, reference, status, remedy, flag_ids, opened_by, opened_at,
      reviewer_id, due_at, desk_assignee, ended_at)
    values ($1, $2, 1, $3, $2, $4, 'appeal', '{}', 'p', $5, $6, $7, $8, $9)`,
    [cases, caseId, carrierId, status, opened, reviewer, due, assignee, status === 'closed' ? NOW : null],
  );
  return caseId;
}

const inDays = (days: number, ms = 0) => addMs(NOW, days * DAY_MS + ms);

test('what is due this very moment is late, and each edge belongs to the nearer group', async () => {
  const house = { carrierId: 'edges' };
  for (const due of [inDays(-9), NOW, inDays(0, 1), inDays(1), inDays(1, 1), inDays(3), inDays(7), inDays(7, 1), null])
    await put({ ...house, assignee: 'a', due });
  await put({ ...house, due: inDays(1), opened: inDays(-40) });
  await put({ ...house, status: 'closed', assignee: 'a', due: inDays(-1) });
  await put({ carrierId: 'other', assignee: 'a', due: inDays(-1) });
  const groups = await listLoads(database.app, house, OPEN, NOW);
  const { oldest, ...load } = loadOf(groups, 'a');
  expect(load).toEqual({
    cases: 9,
    late: 2,
    withinDay: 2,
    withinThree: 2,
    withinWeek: 1,
    later: 1,
    undated: 1,
    ageWeek: 9,
    ageHalfMonth: 0,
    ageMonth: 0,
    ageMore: 0,
    nextDue: inDays(0, 1),
  });
  expect(oldest).toBe(NOW);
  expect(loadOf(groups, null)).toMatchObject({ cases: 1, withinDay: 1, ageMore: 1, oldest: inDays(-40) });
  expect(loadOf(groups, 'nobody-known')).toMatchObject({ cases: 0, oldest: null, nextDue: null });
});

test('age has edges at 7, 15 and 30 days', async () => {
  const house = { carrierId: 'ages' };
  for (const days of [0, 6, 7, 14, 15, 29, 30, 400]) await put({ ...house, opened: inDays(-days) });
  expect(loadOf(await listLoads(database.app, house, OPEN, NOW), null)).toMatchObject({
    ageWeek: 2,
    ageHalfMonth: 2,
    ageMonth: 2,
    ageMore: 2,
  });
});

test('the queue of what nobody works on is walked without a gap: late first, undated last, ties by id', async () => {
  const house = { carrierId: 'walk' };
  const undated = await put({ ...house });
  const later = [await put({ ...house, due: inDays(5) }), await put({ ...house, due: inDays(5) })];
  const late = await put({ ...house, due: inDays(-3), status: 'overdue' });
  await put({ ...house, due: inDays(-4), assignee: 'a' });
  await put({ ...house, due: inDays(-4), reviewer: 'colleague' });
  const begun = await put({ ...house, due: inDays(-2), reviewer: 'of-another-role' });
  await put({ ...house, due: inDays(-4), status: 'needs_material' });
  const found: string[] = [];
  for (let after = null; ; ) {
    const page = await listUnassigned(database.app, house, { statuses: OPEN, others: ['colleague'], after, limit: 2 });
    found.push(...page.map(({ caseId }) => caseId));
    if (page.length < 2) break;
    after = page.at(-1) as never;
  }
  expect(found).toEqual([late, begun, ...later, undated]);
});
