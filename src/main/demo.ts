import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SeededActor } from '../../seed/city.ts';
import { CARRIER, numberOfPerson, OFFICERS, PEOPLE, STAFF, SYSTEM } from '../../seed/city.ts';
import { seedCity } from '../../seed/seed.ts';
import { createToken } from '../app/actors/create-token.ts';
import type { AppContext } from '../app/context.ts';
import type { Config } from '../platform/config.ts';
import { childEnvironment } from '../platform/config.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import { systemRandomness } from '../platform/randomness.ts';
import { findCarrier } from '../store/carriers.ts';

const SIMULATOR = join(import.meta.dirname, '..', '..', 'simulator', 'main.ts');
/** The simulated carrier and operator listen right above the product's own port. */
const CARRIER_ABOVE = 1;
const OPERATOR_ABOVE = 2;
const HOLDER_CHECK_ABOVE = 3;

const SILENT_FOR = 'xu-lan';

export type RunningDemo = { readonly people: readonly SeededActor[]; readonly controlUrl: string };

/** In the demo, text messages and real-person checks go to the simulated other side unless real ones are configured. */
export function withDemoOperator(config: Config): Config {
  if (!config.demo) return config;
  const secret = () => Buffer.from(systemRandomness(24)).toString('base64url');
  const above = (by: number) => `http://127.0.0.1:${config.port + by}`;
  const holderCheck = config.holderCheck ?? { url: above(HOLDER_CHECK_ABOVE), token: secret(), name: '模拟核验' };
  if (config.sms !== null) return { ...config, holderCheck };
  const sms = { url: `${above(OPERATOR_ABOVE)}/messages`, token: secret() };
  return { ...config, holderCheck, sms, receiptToken: config.receiptToken ?? secret() };
}

/** Seeds the city on first run. */
export async function seedOnce(ctx: AppContext): Promise<void> {
  if (!(await findCarrier(ctx.pool, CARRIER.carrierId))) await seedCity(ctx);
}

/** Starts the simulated carrier as a program of its own, which knows the product by its public API alone. */
export async function runDemo(ctx: AppContext, lifecycle: Lifecycle): Promise<RunningDemo> {
  const { port } = ctx.config;
  const token = await createToken(ctx, SYSTEM.actorId, 'bearer', 'the simulated carrier');
  const env = childEnvironment({
    QINGBIAO_URL: `http://127.0.0.1:${port}`,
    QINGBIAO_TOKEN: token ?? '',
    CARRIER_PORT: String(port + CARRIER_ABOVE),
    SMS_PORT: String(port + OPERATOR_ABOVE),
    SMS_TOKEN: ctx.config.sms?.token ?? '',
    HOLDER_CHECK_PORT: String(port + HOLDER_CHECK_ABOVE),
    HOLDER_CHECK_TOKEN: ctx.config.holderCheck?.token ?? '',
    RECEIPT_TOKEN: ctx.config.receiptToken ?? '',
  });
  await lifecycle.start('simulator', () => startChild(env), stopChild);
  const controlUrl = `http://127.0.0.1:${port + CARRIER_ABOVE}`;
  await keepSilent(controlUrl);
  return { people: [...PEOPLE, ...STAFF, ...OFFICERS], controlUrl };
}

/** Resolves when the child says that it is ready. Its standard input is ours: when we are gone, so is it. */
function startChild(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SIMULATOR], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the simulated carrier ended with code ${code}`)));
  });
}

/** One gateway never answers for one person, so that the demo shows what silence looks like. */
async function keepSilent(controlUrl: string): Promise<void> {
  const index = PEOPLE.findIndex((one) => one.actorId === SILENT_FOR);
  const order = { system: 'sms_gateway', mode: 'silent', number: numberOfPerson(index) };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${controlUrl}/control`, { method: 'POST', headers, body: JSON.stringify(order) });
  if (!answer.ok) throw new Error(`the simulated carrier refused an order: ${answer.status}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
