import { type Billing, createBilling } from './billing.ts';
import { control } from './control.ts';
import { createTell } from './facts.ts';
import type { HolderCheckProvider } from './holder-check.ts';
import { createApiClient } from './lib/api-client.ts';
import { createErrands } from './lib/errands.ts';
import { type Listening, listen } from './lib/http.ts';
import { createNetwork, type Network } from './network.ts';
import { createRisk, type Risk } from './risk.ts';
import type { SmsOperator } from './sms-operator.ts';
import { createSwitches, type Switches, type SwitchMode, type System } from './switches.ts';
import { createWebhookInbox, INBOX_PATH, type Received } from './webhook-inbox.ts';

type Options = {
  /** Where the product answers, without `/api/v1`. */
  readonly apiUrl: string;
  /** The bearer token of the carrier's systems. */
  readonly token: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How the product reaches this program, where not at its own loopback address. */
  readonly publicUrl?: string;
  /** How the systems behave from the start; `confirm` where nothing is said. */
  readonly behaviour?: { readonly [system in System]?: SwitchMode };
  /** Which events to subscribe to; all of them where nothing is said. */
  readonly kinds?: readonly string[];
  /** The carrier's clock, RFC 3339; the machine's where nothing is said. */
  readonly now?: () => string;
  /** An operator to be shown and ordered about through the same control interface. */
  readonly operator?: SmsOperator;
  readonly holderCheck?: HolderCheckProvider;
};

export type CarrierSimulator = {
  /** Listens, then subscribes. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where it is ordered about; there once it runs. */
  readonly url: string;
  readonly billing: Billing;
  readonly risk: Risk;
  readonly network: Network;
  readonly switches: Switches;
  /** Messages of the product that were taken. */
  readonly received: readonly Received[];
  /** What its systems could not tell the product, oldest first. */
  readonly faults: readonly string[];
};

/** A carrier's systems in one program that knows the product by its public interface alone. */
export function createCarrierSimulator(options: Options): CarrierSimulator {
  const {
    apiUrl,
    token,
    port,
    publicUrl,
    behaviour = {},
    kinds = ['*'],
    operator = null,
    holderCheck = null,
  } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const api = createApiClient({ apiUrl, token });
  const tell = createTell(api, now);
  const errands = createErrands();
  const switches = createSwitches(api, errands, behaviour);
  const inbox = createWebhookInbox(api, switches, now);
  const billing = createBilling(api, tell, now);
  const risk = createRisk(api, tell, now);
  const network = createNetwork(api, tell, now);
  const parts = { billing, risk, network, switches, inbox, operator, holderCheck, faults: errands.faults };
  let server: Listening | null = null;

  return {
    billing,
    risk,
    network,
    switches,
    received: inbox.received,
    faults: errands.faults,
    get url() {
      if (!server) throw new Error('the carrier does not run');
      return server.url;
    },
    async start() {
      server = await listen(port, (request, body) =>
        request.method === 'POST' && request.url === INBOX_PATH
          ? inbox.receive(request.headers, body)
          : control(parts, request, body),
      );
      try {
        await inbox.subscribe(`${publicUrl ?? server.url}${INBOX_PATH}`, kinds);
      } catch (error) {
        await server.close();
        throw error;
      }
    },
    async stop() {
      await Promise.all([errands.stop(), server?.close()]);
      server = null;
    },
  };
}
