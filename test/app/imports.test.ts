import { describe, expect, it } from 'vitest';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useApp } from '../support/app.ts';
import { bill, importAll, linesOf, opening } from '../support/imports.ts';

const app = useApp();

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await verifyNumbers(app.ctx.pool, { onProblem: ({ what, detail }) => found.push(`${what}: ${detail}`) });
  return found;
}

describe('a file of facts', () => {
  it('opens lines, records, flags and lifts, row by row, and leaves sound journals', async () => {
    const overdue = {
      ...bill(1, '2026-01'),
      source_id: 'over-1',
      at: '2026-02-25T00:00:00+08:00',
      fact: { kind: 'bill_overdue', bill_id: 'b-2026-01-1', overdue_days: 36, overdue_fen: 8800 },
    };
    const payment = {
      ...overdue,
      source_id: 'pay-1',
      at: '2026-02-26T00:00:00+08:00',
      fact: { kind: 'payment_received', payment_id: 'p-1', amount_fen: 8800, bill_id: 'b-2026-01-1' },
    };
    const rows = [opening(1), opening(2), bill(1, '2026-01'), bill(2, '2026-01'), overdue, payment, bill(2, '2026-01')];
    const { one, verdicts } = await importAll(app.ctx, linesOf([...rows, { ...bill(9, '2026-01') }, 'nonsense']));
    expect(verdicts.map(({ verdict, code }) => code ?? verdict)).toEqual([
      'recorded',
      'recorded',
      'recorded',
      'recorded',
      'flagged',
      'lifted',
      'duplicate',
      'import.line_unknown',
      'import.not_json',
    ]);
    expect(one).toMatchObject({ status: 'done', rowsRead: 9, atByte: one.bytes });
    expect(one.counts).toEqual({ recorded: 4, duplicate: 1, flagged: 1, lifted: 1, refused: 2 });
    expect(await problems()).toEqual([]);
  });
});
