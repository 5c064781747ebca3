import type { Pool } from '../platform/pool.ts';
import { examineNumbers } from './examine.ts';
import { replaceRows } from './projection-rows.ts';
import type { Watch } from './verify.ts';

/**
 * Writes every number's state and projections anew from its entries. A number whose journal is broken or does not reach
 * its head is told and left alone: rebuilding would hide the loss.
 */
export async function rebuildNumbers(
  pool: Pool,
  watch: Watch,
): Promise<{ readonly numbers: number; readonly problems: number }> {
  return await examineNumbers(pool, {
    ...watch,
    readOnly: false,
    visit: async (page, connection) => {
      const sound = page.filter(({ faults }) => faults.length === 0);
      const states = sound.map(({ numberId, state }) => ({ number_id: numberId, state: JSON.stringify(state) }));
      // Whoever writes one of these numbers meanwhile makes the page start over.
      await connection.query(
        `update number_heads head set state = r.state
        from json_to_recordset($1::json) as r(number_id bigint, state text) where head.number_id = r.number_id`,
        [JSON.stringify(states)],
      );
      await replaceRows(
        connection,
        sound.map(({ numberId }) => numberId),
        sound.map(({ rows }) => rows),
      );
      return [];
    },
  });
}
