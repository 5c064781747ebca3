import type { ApiClient } from './lib/api-client.ts';
import type { Errands } from './lib/errands.ts';

export const SYSTEMS = ['switch', 'sms_gateway', 'data_gateway', 'crm'] as const;
export type System = (typeof SYSTEMS)[number];

export const SWITCH_MODES = ['confirm', 'slow', 'confirm_twice', 'fail', 'silent', 'refuse'] as const;
/** `refuse` does not take the order at all (503); the others take it at once and then confirm, fail, or say nothing. */
export type SwitchMode = (typeof SWITCH_MODES)[number];

export type Behaviour = {
  readonly mode: SwitchMode;
  /** From taking the order to acting on it. */
  readonly delayMs: number;
  /** What a failure is called. */
  readonly code: string;
};

/** The data of a `lift.ordered` message. */
export type LiftOrder = {
  readonly lift_id: string;
  readonly number_id: string;
  readonly number: string | null;
  readonly system: string;
  readonly functions: readonly string[];
  readonly flag_ids: readonly string[];
  readonly because: string;
  readonly attempt: number;
};

export type SeenOrder = { readonly order: LiftOrder; readonly mode: SwitchMode };

export type Switches = {
  /** Orders a system to behave so, for every number or for one alone. */
  setMode(
    system: System,
    mode: SwitchMode,
    options?: {
      readonly delayMs?: number | undefined;
      readonly code?: string | undefined;
      readonly number?: string | undefined;
    },
  ): void;
  /** How each system behaves, and how it does for single numbers as `system number`. */
  readonly modes: { readonly [systemOrNumber: string]: Behaviour };
  /** Whether the order is taken; what follows happens later. */
  take(order: LiftOrder): boolean;
  /** Every order that arrived, oldest first, also those refused. */
  readonly orders: readonly SeenOrder[];
};

const DELAY_MS: Record<SwitchMode, number> = {
  confirm: 300,
  slow: 15_000,
  confirm_twice: 300,
  fail: 300,
  silent: 0,
  refuse: 0,
};
const FAILURE_CODE = 'hlr_timeout';
const REMEMBERED = 1_000;

/** The carrier's systems that carry out lifts, each with a mind of its own. */
export function createSwitches(
  api: ApiClient,
  errands: Errands,
  first: { readonly [system in System]?: SwitchMode } = {},
): Switches {
  const behaviours = new Map<string, Behaviour>();
  const orders: SeenOrder[] = [];
  for (const system of SYSTEMS) behaviours.set(system, behaviourOf(first[system] ?? 'confirm'));

  const behaviourFor = ({ system, number }: LiftOrder): Behaviour =>
    behaviours.get(`${system} ${number}`) ?? behaviours.get(system) ?? behaviourOf('refuse');

  const tell = (order: LiftOrder, path: 'confirmations' | 'failures', code: string | null, time = 1) => {
    const key = `${order.lift_id}-${order.system}-${order.attempt}-${path}-${time}`;
    const body = { system: order.system, ...(code === null ? {} : { code }) };
    return (signal: AbortSignal) => api.post(`/lifts/${order.lift_id}/${path}`, body, { key, signal }).then(() => {});
  };

  return {
    setMode(system, mode, { delayMs, code, number } = {}) {
      behaviours.set(number === undefined ? system : `${system} ${number}`, behaviourOf(mode, delayMs, code));
    },
    get modes() {
      return Object.fromEntries(behaviours);
    },
    orders,
    take(order) {
      const { mode, delayMs, code } = behaviourFor(order);
      orders.push({ order, mode });
      if (orders.length > REMEMBERED) orders.shift();
      if (mode === 'refuse') return false;
      if (mode === 'fail') errands.after(delayMs, tell(order, 'failures', code));
      else if (mode !== 'silent') errands.after(delayMs, tell(order, 'confirmations', null));
      if (mode === 'confirm_twice') errands.after(delayMs, tell(order, 'confirmations', null, 2));
      return true;
    },
  };
}

function behaviourOf(mode: SwitchMode, delayMs = DELAY_MS[mode], code = FAILURE_CODE): Behaviour {
  return { mode, delayMs, code };
}
