import type { Run } from './figures.ts';
import { requestOf, sendAll } from './http-client.ts';
import { makeSuspected } from './numbers.ts';
import type { BenchProduct } from './product.ts';

const CONNECTIONS = 32;
const NUMBERS = 2_000;
const REQUESTS = 20_000;

/** An agent looks up flagged numbers, each look written down, beside the same route that answers one of those replies for ever. */
export async function benchStanding({ ctx, port, constantPort, tokens }: BenchProduct, rounds: number): Promise<Run[]> {
  const numbers = await makeSuspected(ctx, NUMBERS);
  const asked = numbers.map((mobileNumber) =>
    requestOf({
      method: 'POST',
      path: '/api/v1/standing',
      token: tokens.agent,
      body: { mobile_number: mobileNumber },
    }),
  );
  const requests = Array.from({ length: REQUESTS }, (_, index) => asked[index % asked.length] as Buffer);
  const { last } = await sendAll(port, asked, CONNECTIONS, 200);
  await fetch(`http://127.0.0.1:${constantPort}/answer`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: last,
  });
  const warm = await sendAll(constantPort, asked, CONNECTIONS, 200);
  if (warm.last !== last) throw new Error('the constant route answers something else');
  const before = await countLooks(ctx.pool);
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await sendAll(port, requests, CONNECTIONS, 200);
    const reference = await sendAll(constantPort, requests, CONNECTIONS, 200);
    runs.push({ ours: ours.perSecond, reference: reference.perSecond });
  }
  const written = (await countLooks(ctx.pool)) - before;
  if (written !== rounds * REQUESTS) throw new Error(`${written} looks were written down of ${rounds * REQUESTS}`);
  return runs;
}

async function countLooks(pool: BenchProduct['ctx']['pool']): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('select count(*) from access_log');
  return Number(rows[0]?.count);
}
