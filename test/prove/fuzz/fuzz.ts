import { msOf } from '../../../src/domain/time.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import type { TestApp } from '../../support/app.ts';
import { createDice } from '../../support/dice.ts';
import { renewTokens } from '../../support/factories.ts';
import type { Lives } from '../../support/lives.ts';
import { judge, type Verdict } from './judge.ts';
import { minimise } from './minimise.ts';
import type { Target } from './server.ts';
import { type Answer, fire, type Shot } from './shot.ts';
import { nextShot } from './shots.ts';
import { buildTown, revive, type Town } from './town.ts';

const AT_ONCE = 8;
const BATCH = 100;
const REPORTED = 12;

export type Finding = {
  readonly verdict: Verdict;
  readonly seed: number;
  readonly shot: Shot;
  readonly answer: string;
};
export type PartFigures = {
  readonly seed: number;
  readonly requests: number;
  readonly rssMb: number;
  readonly seconds: number;
  readonly statuses: Readonly<Record<string, number>>;
};
export type Outcome = { readonly figures: PartFigures; readonly findings: readonly Finding[] };

/** Sends one part of a seed's requests at the server and judges each answer. What fails is sent again, ever smaller. */
export async function fuzzPart(
  { app, lives, target }: { readonly app: TestApp; readonly lives: Lives; readonly target: Target },
  { seed, requests }: { readonly seed: number; readonly requests: number },
): Promise<Outcome> {
  const begun = performance.now();
  // The server runs by the machine's clock; what is made before it must not lie in its past by months.
  app.clock.advance(Math.max(0, msOf(systemClock.now()) - msOf(app.clock.now())));
  await renewTokens(app.ctx);
  const town = await buildTown(app, lives, target.port);
  const dice = createDice(seed);
  const findings = new Map<string, Finding | null>();
  const statuses: Record<string, number> = {};
  let left = requests;
  while (left > 0) {
    const shots = Array.from({ length: Math.min(left, BATCH) }, () => nextShot(town.quiver, dice));
    left -= shots.length;
    let next = 0;
    const hand = async () => {
      for (let shot = shots[next++]; shot; shot = shots[next++]) {
        const { verdict, answer } = await tryOut(target.port, town, shot);
        const status = answer === null ? 'closed' : String(answer.status);
        statuses[status] = (statuses[status] ?? 0) + 1;
        const sort = `${verdict} ${sortOf(shot)}`;
        if (verdict === 'fine' || findings.has(sort) || findings.size >= REPORTED) continue;
        findings.set(sort, null);
        findings.set(sort, await report(target.port, town, { shot, verdict, answer, seed }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    await revive(app, target.port, town.keys);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);
  return {
    figures: { seed, requests, rssMb: target.rss(), seconds, statuses },
    findings: [...findings.values()].filter((one) => one !== null),
  };
}

/** Requests that are alike but for their ids find the same thing. */
function sortOf({ method, path, raw }: Shot): string {
  const [address = ''] = path.split('?');
  return (
    raw?.slice(0, 60) ?? `${method} ${address.replace(/[a-z]+_[0-9a-z]{5,}[0-9a-z_]*|\d{5,}/g, ':id').slice(0, 80)}`
  );
}

async function tryOut(port: number, town: Town, shot: Shot): Promise<{ verdict: Verdict; answer: Answer | null }> {
  try {
    const answer = await fire(port, shot, town.keys.get(shot.actor));
    return { verdict: judge(shot, answer, town.guards), answer };
  } catch {
    return { verdict: 'silent', answer: null };
  }
}

async function report(
  port: number,
  town: Town,
  {
    shot,
    verdict,
    answer,
    seed,
  }: { readonly shot: Shot; readonly verdict: Verdict; readonly answer: Answer | null; readonly seed: number },
): Promise<Finding> {
  const isSame = async (smaller: Shot) => (await tryOut(port, town, smaller)).verdict === verdict;
  const least = (await isSame(shot)) ? await minimise(shot, isSame) : shot;
  return { verdict, seed, shot: least, answer: `${answer?.status} ${answer?.body.toString('utf8').slice(0, 600)}` };
}
