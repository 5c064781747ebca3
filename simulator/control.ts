import type { IncomingMessage } from 'node:http';
import type { Billing } from './billing.ts';
import { HOLDER_MODES, type HolderCheckProvider, type HolderMode } from './holder-check.ts';
import { ApiRefused, type Json } from './lib/api-client.ts';
import type { Answer } from './lib/http.ts';
import { objectIn } from './lib/http.ts';
import type { Network } from './network.ts';
import type { Risk } from './risk.ts';
import { SMS_MODES, type SmsMode, type SmsOperator } from './sms-operator.ts';
import { SWITCH_MODES, type Switches, type SwitchMode, SYSTEMS, type System } from './switches.ts';
import type { WebhookInbox } from './webhook-inbox.ts';

type Parts = {
  readonly billing: Billing;
  readonly risk: Risk;
  readonly network: Network;
  readonly switches: Switches;
  readonly inbox: WebhookInbox;
  readonly operator: SmsOperator | null;
  readonly holderCheck: HolderCheckProvider | null;
  readonly faults: readonly string[];
};

const OPERATOR = 'sms_operator';
const HOLDER_CHECK = 'holder_check';

/** How a person or a test orders the simulator about. Only this machine's own programs may: no page of a browser. */
export async function control(parts: Parts, request: IncomingMessage, body: string): Promise<Answer> {
  const path = new URL(request.url ?? '/', 'http://loopback').pathname;
  if (!isLoopback(request.headers.host)) return { status: 403, body: { code: 'loopback_only' } };
  if (request.method === 'GET' && path === '/') return { status: 200, body: describe(parts) };
  if (request.method === 'GET' && path === '/messages')
    return { status: 200, body: { items: parts.operator?.taken ?? [] } };
  if (request.method === 'GET' && path === '/events') return { status: 200, body: { items: parts.inbox.received } };
  if (request.method === 'GET' && path === '/orders') return { status: 200, body: { items: parts.switches.orders } };
  if (request.method !== 'POST' || (path !== '/control' && path !== '/do'))
    return { status: 404, body: { code: 'not_found' } };
  if (!request.headers['content-type']?.startsWith('application/json'))
    return { status: 415, body: { code: 'json_only' } };
  const asked = objectIn(body);
  if (!asked) return { status: 400, body: { code: 'bad_json' } };
  return path === '/control' ? setMode(parts, asked) : act(parts, asked);
}

function setMode(parts: Parts, asked: Json): Answer {
  const { system, mode } = asked;
  const delayMs = numberIn(asked, 'delay_ms');
  if (system === OPERATOR && parts.operator) {
    if (!isOneOf(SMS_MODES, mode)) return unknown('mode', SMS_MODES);
    parts.operator.setMode(mode, delayMs);
    return { status: 200, body: describe(parts) };
  }
  if (system === HOLDER_CHECK && parts.holderCheck) {
    if (!isOneOf(HOLDER_MODES, mode)) return unknown('mode', HOLDER_MODES);
    parts.holderCheck.setMode(mode, delayMs);
    return { status: 200, body: describe(parts) };
  }
  const others = [...(parts.operator ? [OPERATOR] : []), ...(parts.holderCheck ? [HOLDER_CHECK] : [])];
  if (!isOneOf(SYSTEMS, system)) return unknown('system', [...SYSTEMS, ...others]);
  if (!isOneOf(SWITCH_MODES, mode)) return unknown('mode', SWITCH_MODES);
  parts.switches.setMode(system, mode, { delayMs, code: textIn(asked, 'code'), number: textIn(asked, 'number') });
  return { status: 200, body: describe(parts) };
}

async function act(parts: Parts, asked: Json): Promise<Answer> {
  const number = textIn(asked, 'number');
  const doing = DEEDS[String(asked['what'])];
  if (!doing) return unknown('what', Object.keys(DEEDS));
  if (number === undefined) return { status: 400, body: { code: 'number_missing' } };
  try {
    return { status: 200, body: { done: await doing(parts, number, asked) } };
  } catch (error) {
    if (error instanceof ApiRefused) return { status: 409, body: { code: error.code, problem: error.problem } };
    return { status: 502, body: { code: 'not_done', detail: String(error) } };
  }
}

type Deed = (parts: Parts, number: string, asked: Json) => Promise<unknown>;

const DEEDS: { readonly [what: string]: Deed } = {
  open: ({ network }, number, asked) =>
    network.openLine(number, { holderId: textIn(asked, 'holder_id'), at: textIn(asked, 'at') }),
  close: ({ network }, number, asked) => network.closeLine(number, textIn(asked, 'at')),
  verify: ({ network }, number, asked) =>
    network.verify(number, {
      passed: asked['passed'] !== false,
      check: textIn(asked, 'check'),
      at: textIn(asked, 'at'),
    }),
  bill: ({ billing }, number, asked) =>
    billing.issueBill(number, { ...moneyIn(asked), dueDate: textIn(asked, 'due_date') }),
  overdue: ({ billing }, number, asked) =>
    billing.goOverdue(number, { ...moneyIn(asked), overdueDays: numberIn(asked, 'overdue_days') }),
  pay: ({ billing }, number, asked) => billing.pay(number, moneyIn(asked)),
  pay_twice: ({ billing }, number, asked) => billing.payTwice(number, moneyIn(asked)),
  pay_short: ({ billing }, number, asked) => billing.payShort(number, moneyIn(asked)),
  usage: ({ risk }, number, asked) => risk.observeUsage(number, usageIn(asked)),
  complaint: ({ risk }, number, asked) =>
    risk.reportComplaint(number, {
      complaints: numberIn(asked, 'complaints'),
      topic: textIn(asked, 'topic'),
      at: textIn(asked, 'at'),
    }),
  flag: ({ risk }, number, asked) =>
    risk.placeFlag(
      number,
      textIn(asked, 'fact_id') ?? '',
      usageIn(asked),
      (asked['changes'] as Json | undefined) ?? {},
    ),
};

function describe({ switches, operator, holderCheck, inbox, faults }: Parts): Json {
  return {
    program: '模拟运营商 simulated carrier',
    modes: switches.modes,
    switch_modes: SWITCH_MODES,
    ...(operator ? { [OPERATOR]: { mode: operator.mode, modes: SMS_MODES, taken: operator.taken.length } } : {}),
    ...(holderCheck
      ? { [HOLDER_CHECK]: { mode: holderCheck.mode, modes: HOLDER_MODES, begun: holderCheck.begun } }
      : {}),
    do: Object.keys(DEEDS),
    examples: [
      { post: '/control', body: { system: 'switch', mode: 'silent', delay_ms: 0 } },
      { post: '/do', body: { what: 'pay', number: '+8615400000001' } },
    ],
    look: ['/messages', '/events', '/orders'],
    counts: { events: inbox.received.length, orders: switches.orders.length },
    faults: [...faults, ...(operator?.faults ?? [])],
  };
}

function moneyIn(asked: Json) {
  return {
    billId: textIn(asked, 'bill_id'),
    amountFen: numberIn(asked, 'amount_fen'),
    paymentId: textIn(asked, 'payment_id'),
    at: textIn(asked, 'at'),
  };
}

function usageIn(asked: Json) {
  return {
    windowHours: numberIn(asked, 'window_hours'),
    callsOut: numberIn(asked, 'calls_out'),
    distinctCallees: numberIn(asked, 'distinct_callees'),
    shortCallShare: numberIn(asked, 'short_call_share'),
    at: textIn(asked, 'at'),
  };
}

function textIn(asked: Json, field: string): string | undefined {
  const value = asked[field];
  return typeof value === 'string' ? value : undefined;
}

function numberIn(asked: Json, field: string): number | undefined {
  const value = asked[field];
  return typeof value === 'number' ? value : undefined;
}

function isOneOf<const Words extends readonly (SmsMode | SwitchMode | System | HolderMode)[]>(
  words: Words,
  given: unknown,
): given is Words[number] {
  return (words as readonly unknown[]).includes(given);
}

function unknown(field: string, known: readonly string[]): Answer {
  return { status: 400, body: { code: `unknown_${field}`, known } };
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(host.replace(/:\d+$/, ''));
}
