import { freshId, type Tell, type Told } from './facts.ts';
import type { ApiClient, Json } from './lib/api-client.ts';

export type Usage = {
  readonly windowHours?: number | undefined;
  readonly callsOut?: number | undefined;
  readonly distinctCallees?: number | undefined;
  readonly shortCallShare?: number | undefined;
  readonly at?: string | undefined;
};

/** The carrier's risk model. */
export type Risk = {
  /** Reports usage; without figures, those of somebody who calls many people briefly. */
  observeUsage(number: string, usage?: Usage): Promise<Told>;
  reportComplaint(
    number: string,
    complaint?: {
      readonly complaints?: number | undefined;
      readonly topic?: string | undefined;
      readonly at?: string | undefined;
    },
  ): Promise<Told>;
  /** Places a flag by hand of the model, with full reasons; `changes` replaces parts of them. */
  placeFlag(number: string, factId: string, usage?: Usage, changes?: Json): Promise<Json>;
};

/** What the carrier calls its model. */
const MODEL = '短呼模型 2.3';

const SUSPECT = { windowHours: 24, callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 };

export function createRisk(api: ApiClient, tell: Tell, now: () => string): Risk {
  return {
    observeUsage: (number, { at, ...given } = {}) => {
      const usage = figures(given);
      const fact = {
        kind: 'usage_observed',
        window_hours: usage.windowHours,
        calls_out: usage.callsOut,
        distinct_callees: usage.distinctCallees,
        short_call_share: usage.shortCallShare,
        model: MODEL,
      };
      return tell(number, fact, { at: at ?? now() });
    },

    reportComplaint: (number, { complaints = 3, topic = 'nuisance_calls', at } = {}) =>
      tell(
        number,
        { kind: 'complaint_received', complaint_id: freshId('complaint'), topic, complaints },
        { at: at ?? now() },
      ),

    placeFlag: (number, factId, usage = {}, changes = {}) => {
      const reasons = { ...reasonsFor(factId, usage, usage.at ?? now()), ...changes };
      return api.post('/flags', { mobile_number: number, reasons }, { key: freshId('flag') });
    },
  };
}

function figures(given: Usage) {
  return {
    windowHours: given.windowHours ?? SUSPECT.windowHours,
    callsOut: given.callsOut ?? SUSPECT.callsOut,
    distinctCallees: given.distinctCallees ?? SUSPECT.distinctCallees,
    shortCallShare: given.shortCallShare ?? SUSPECT.shortCallShare,
  };
}

/** The statement of reasons for the demo carrier's rule on unusual hours, as its published policy says it. */
function reasonsFor(factId: string, given: Usage, from: string): Json {
  const { distinctCallees } = figures(given);
  return {
    code: 'D1',
    ground: { kind: 'law', rule_id: 'AF-11', article: '11' },
    fact_ids: [factId],
    rule: {
      policy_id: 'qinghe-service',
      version: 1,
      rule_id: 'odd-hours',
      values: { distinct_callees: distinctCallees },
    },
    responsible_body: '青禾通信客户服务部',
    measures: [{ function: 'voice_out', from, until: null, spares: ['emergency', 'service_numbers'] }],
    lift_condition: { kind: 'verified', check: 'real_person' },
    remedies: ['reverify', 'explain', 'undertake', 'appeal'],
    papers: ['id_card', 'explanation'],
    complain_to: ['carrier', 'authority_12300'],
  };
}
