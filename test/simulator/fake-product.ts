import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';
import { createCarrierSimulator } from '../../simulator/carrier.ts';
import { always, type Call, startRecorder } from '../adapters/recorder.ts';

type Answering = Parameters<typeof startRecorder>[0];
type SimulatorOptions = Partial<Parameters<typeof createCarrierSimulator>[0]>;

export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes....').toString('base64')}`;
const RECORDED = { number_id: '42', fact_id: 'fact_1', flag_ids: [], lift_ids: [] };

/** A recorder that answers as the product does where the simulator needs an answer; `answers` goes first, by `METHOD path`. */
export async function startFakeProduct(answers: { readonly [request: string]: Answering } = {}) {
  const usual: { readonly [request: string]: Answering } = {
    'GET /api/v1/webhooks': always(200, { items: [] }),
    'POST /api/v1/webhooks': always(201, { subscription_id: 'sub_1', secret: SECRET }),
    'POST /api/v1/facts': always(201, RECORDED),
    'POST /api/v1/standing': always(200, { flags: [] }),
  };
  const recorder = await startRecorder((call, reply, before) => {
    const name = `${call.method} ${call.path}`;
    const answer = answers[name] ?? usual[name] ?? always(200);
    answer(call, reply, before);
  });
  const bodiesOf = (path: string) =>
    recorder.calls.filter((call) => call.method === 'POST' && call.path === `/api/v1${path}`).map(bodyOf);
  return { ...recorder, bodiesOf };
}

export function bodyOf({ body }: Call): Record<string, unknown> {
  return body === '' ? {} : JSON.parse(body);
}

/** A carrier beside a recorder, both ending with the test. */
export async function startCarrier(
  options: SimulatorOptions = {},
  answers: { readonly [request: string]: Answering } = {},
) {
  const product = await startFakeProduct(answers);
  const carrier = createCarrierSimulator({ apiUrl: product.url, token: 'systems-token', port: 0, ...options });
  await carrier.start();
  onTestFinished(() => carrier.stop());
  const order = (system: string, more: Partial<Sending> = {}) => deliver(carrier.url, { system, ...more });
  const told = (what: 'confirmations' | 'failures') =>
    product.calls
      .filter(({ path }) => path.endsWith(`/${what}`))
      .map((call) => [call.path.split('/')[4], bodyOf(call)]);
  return { product, carrier, order, told };
}

type Sending = {
  readonly system: string;
  readonly liftId: string;
  readonly attempt: number;
  readonly number: string;
  readonly messageId: string;
  readonly secret: string;
  /** Changes the body after it was signed. */
  readonly forge: (body: string) => string;
};

/** Sends a signed `lift.ordered` as the product does; answers the status. */
async function deliver(url: string, sending: Partial<Sending>): Promise<number> {
  const { system = 'switch', liftId = 'lift_1', attempt = 1, number = '+8615400000001', secret = SECRET } = sending;
  const { messageId = `msg_sub_1_${liftId}-${system}-${attempt}`, forge = (body: string) => body } = sending;
  const data = {
    lift_id: liftId,
    number_id: '42',
    number,
    system,
    functions: ['voice_out'],
    flag_ids: ['flag_1'],
    because: 'remedied',
    attempt,
  };
  const at = new Date();
  const body = JSON.stringify({ type: 'lift.ordered', at: at.toISOString(), data });
  const headers = {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(messageId, at, body),
  };
  const answer = await fetch(`${url}/qingbiao/events`, { method: 'POST', headers, body: forge(body) });
  return answer.status;
}
