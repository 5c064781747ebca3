export const LAYERS = ['service', 'account', 'label', 'penalty', 'credit'] as const;
export type Layer = (typeof LAYERS)[number];

export const IMPOSERS = [
  'billing',
  'carrier_rules',
  'risk_model',
  'registration',
  'police',
  'joint_punishment',
  'label_platform',
  'lender',
  'subscriber',
  'unknown',
] as const;
export type Imposer = (typeof IMPOSERS)[number];

export const CAUSES = [
  'arrears',
  'credit',
  'violation',
  'suspicion',
  'identity',
  'silent',
  'ordered',
  'label',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

export const FUNCTIONS = ['voice_out', 'voice_in', 'sms_out', 'sms_in', 'data', 'new_business'] as const;
/** One function of a line that a measure switches off. */
export type LineFunction = (typeof FUNCTIONS)[number];

export const REMEDIES = [
  'repay',
  'repair_credit',
  'reverify',
  'undertake',
  'explain',
  'appeal',
  'ask_orderer',
  'unlabel',
  'wait',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** The body that alone can take a mark off, so the first door to knock at. */
export type Door = 'carrier' | 'police' | 'label_platform' | 'lender' | 'subscriber';

type CodeFacts = { readonly cause: Cause; readonly imposedBy: Imposer; readonly layer: Layer };

/** Stable reason codes (facts on law, 3.1) with the cause, the imposer and the layer that each one means. */
export const REASON_CODES = {
  A1: { cause: 'arrears', imposedBy: 'billing', layer: 'service' },
  A2: { cause: 'arrears', imposedBy: 'billing', layer: 'account' },
  B1: { cause: 'credit', imposedBy: 'carrier_rules', layer: 'account' },
  B2: { cause: 'credit', imposedBy: 'lender', layer: 'credit' },
  C1: { cause: 'violation', imposedBy: 'carrier_rules', layer: 'service' },
  C2: { cause: 'violation', imposedBy: 'carrier_rules', layer: 'service' },
  D1: { cause: 'suspicion', imposedBy: 'risk_model', layer: 'service' },
  D2: { cause: 'silent', imposedBy: 'risk_model', layer: 'account' },
  E1: { cause: 'ordered', imposedBy: 'police', layer: 'service' },
  E2: { cause: 'ordered', imposedBy: 'joint_punishment', layer: 'penalty' },
  F1: { cause: 'identity', imposedBy: 'registration', layer: 'account' },
  G1: { cause: 'label', imposedBy: 'label_platform', layer: 'label' },
  H1: { cause: 'violation', imposedBy: 'carrier_rules', layer: 'service' },
  I1: { cause: 'unknown', imposedBy: 'subscriber', layer: 'service' },
  Z0: { cause: 'unknown', imposedBy: 'unknown', layer: 'service' },
} as const satisfies Record<string, CodeFacts>;
export type ReasonCode = keyof typeof REASON_CODES;

/** Which remedies can move each imposer: remedies do not mix. */
export const REMEDIES_BY_IMPOSER: Record<Imposer, readonly Remedy[]> = {
  billing: ['repay', 'appeal'],
  carrier_rules: ['explain', 'undertake', 'appeal', 'repair_credit'],
  risk_model: ['reverify', 'explain', 'undertake', 'appeal'],
  registration: ['reverify', 'appeal'],
  police: ['ask_orderer'],
  joint_punishment: ['ask_orderer', 'wait'],
  label_platform: ['unlabel'],
  lender: ['repair_credit'],
  subscriber: ['wait'],
  unknown: ['appeal', 'explain'],
};

const DOORS: Record<Imposer, Door> = {
  billing: 'carrier',
  carrier_rules: 'carrier',
  risk_model: 'carrier',
  registration: 'carrier',
  police: 'police',
  joint_punishment: 'police',
  label_platform: 'label_platform',
  lender: 'lender',
  subscriber: 'subscriber',
  unknown: 'carrier',
};

/** The first door for a mark by this imposer (gates GT-3 and GT-7: police orders go to the police, labels to the label service). */
export function firstDoor(imposedBy: Imposer): Door {
  return DOORS[imposedBy];
}
