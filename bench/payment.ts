import { quantile, type Run } from './figures.ts';
import { requestOf, sendAll } from './http-client.ts';
import { BILL, makeArrears, OWED_FEN } from './numbers.ts';
import type { BenchProduct } from './product.ts';

const CONNECTIONS = 8;
const PAYMENTS = 2_000;
/** A payment lifts its flag in the same second. */
const PROMISE_MS = 1_000;

/** From sending a payment to the answer that its lift is ordered, which comes after the commit. */
export async function benchPayment(
  product: BenchProduct,
  rounds: number,
): Promise<{ readonly p50: Run[]; readonly p99: Run[] }> {
  await pay(product, PAYMENTS / 2);
  const p50: Run[] = [];
  const p99: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = await pay(product, PAYMENTS);
    p50.push({ ours: quantile(times, 0.5), reference: PROMISE_MS });
    p99.push({ ours: quantile(times, 0.99), reference: PROMISE_MS });
  }
  return { p50, p99 };
}

async function pay({ ctx, port, tokens }: BenchProduct, count: number): Promise<readonly number[]> {
  const numbers = await makeArrears(ctx, count);
  const at = ctx.clock.now();
  const requests = numbers.map((mobileNumber) => {
    const id = `pay-${mobileNumber}`;
    return requestOf({
      method: 'POST',
      path: '/api/v1/facts',
      token: tokens.system,
      body: {
        mobile_number: mobileNumber,
        source_id: id,
        at,
        fact: { kind: 'payment_received', payment_id: id, amount_fen: OWED_FEN, bill_id: BILL },
      },
    });
  });
  const before = await countLifts(ctx.pool);
  const { times } = await sendAll(port, requests, CONNECTIONS, 201);
  const ordered = (await countLifts(ctx.pool)) - before;
  if (ordered !== count) throw new Error(`${count} payments ordered ${ordered} lifts`);
  return times;
}

async function countLifts(pool: BenchProduct['ctx']['pool']): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('select count(*) from lifts');
  return Number(rows[0]?.count);
}
