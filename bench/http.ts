import type { Run } from './figures.ts';
import { requestOf, sendAll } from './http-client.ts';
import { makeDrafts } from './numbers.ts';
import type { Pgbench } from './pgbench.ts';
import type { BenchProduct } from './product.ts';

const CONNECTIONS = 32;
const REQUESTS = 6_000;

/**
 * A person submits a case over HTTP: the very command that is measured through the store, with sign-in, checks, reply and
 * its `Idempotency-Key`, beside pgbench leaving the same rows.
 */
export async function benchHttp(
  product: BenchProduct,
  pgbench: Pgbench,
  rounds: number,
  seconds: number,
): Promise<Run[]> {
  await submitMany(product, REQUESTS / 2);
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await submitMany(product, REQUESTS);
    runs.push({ ours, reference: await pgbench.run(CONNECTIONS, seconds) });
  }
  return runs;
}

async function submitMany({ ctx, port, tokens }: BenchProduct, count: number): Promise<number> {
  const caseIds = await makeDrafts(ctx, count);
  const requests = caseIds.map((caseId) =>
    requestOf({
      method: 'POST',
      path: `/api/v1/cases/${caseId}/submit`,
      token: tokens.holder,
      key: `submit-${caseId}`,
      body: {},
    }),
  );
  const { perSecond } = await sendAll(port, requests, CONNECTIONS, 200);
  return perSecond;
}
