import { addMs } from '../src/domain/time.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createPool } from '../src/platform/pool.ts';
import { leaseDueClocks } from '../src/store/clocks.ts';
import { median, type Run } from './figures.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** Due in every sweep, however many are open. */
const DUE = 200;
const SWEEPS = 25;
const DAY_MS = 86_400_000;

/**
 * Finding what is due among a million open clocks, beside finding it among ten thousand: cost follows what is due. In a schema
 * of its own, where no server sweeps.
 */
export async function benchClocks(url: string, rounds: number): Promise<Run[]> {
  const pool = createPool({ url, name: 'bench-clocks', max: 1 });
  try {
    for (const [schema, open] of [
      ['few_clocks', FEW],
      ['many_clocks', MANY],
    ] as const) {
      await pool.query(`create schema ${schema}`);
      await pool.query(`create table ${schema}.clocks (like public.clocks including all)`);
      await pool.query(
        `insert into ${schema}.clocks (number_id, clock_id, line, rule_id, rule_version, binds, subject_kind, subject_id,
          started_at, due_at, wake_at, status)
        select n, 'clock_' || n, 1, 'carrier.reply', 1, 'carrier', 'case', 'case_' || n,
          now(), now() + n * interval '1 minute' + interval '30 days',
          now() + n * interval '1 minute' + interval '25 days', 'running'
        from generate_series(1, ${open}) n`,
      );
      await pool.query(`update ${schema}.clocks set wake_at = now() - interval '1 hour' where number_id <= ${DUE}`);
      await pool.query(`vacuum analyze ${schema}.clocks`);
    }
    let now = systemClock.now();
    const sweepMs = async (schema: string) => {
      await pool.query(`set search_path to ${schema}, public`);
      const times: number[] = [];
      for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        // Each sweep finds the leases of the one before at their end.
        now = addMs(now, DAY_MS / 24);
        const begun = performance.now();
        const { clocks } = await leaseDueClocks(pool, { now, limit: DUE, leaseMs: 60_000 });
        times.push(performance.now() - begun);
        if (clocks !== DUE) throw new Error(`a sweep found ${clocks} of ${DUE} clocks`);
      }
      return median(times);
    };
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1)
      runs.push({ reference: await sweepMs('few_clocks'), ours: await sweepMs('many_clocks') });
    return runs;
  } finally {
    await pool.query('drop schema if exists few_clocks, many_clocks cascade');
    await pool.end();
  }
}
