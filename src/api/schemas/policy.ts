import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { PolicyItem, PolicyView } from '../../app/policies/read-policies.ts';
import { SPARED } from '../../domain/flags/measure.ts';
import { FUNCTIONS, REASON_CODES, REMEDIES } from '../../domain/flags/words.ts';
import { FIELDS } from '../../domain/policies/fields.ts';
import type { Policy, PolicyRule } from '../../domain/policies/policy.ts';
import { LIFTS, OPERATORS } from '../../domain/policies/policy.ts';
import { camelKeys, snakeKeys } from '../wire.ts';
import { Code, choice, Id, input, Moment, nullable, Text } from './parts.ts';

const CODES = Object.keys(REASON_CODES) as (keyof typeof REASON_CODES)[];
const KINDS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
const Days = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

const GroundInput = Type.Union([
  input({ kind: Type.Literal('law'), rule_id: Code, article: Type.String({ maxLength: 80 }) }),
  input({
    kind: Type.Literal('contract'),
    document: Type.String({ maxLength: 200 }),
    clause: Type.String({ maxLength: 200 }),
  }),
]);

/** One row of a table as it is written: what it says is checked when it is published. */
export const RuleInput = input({
  rule_id: Type.String({ maxLength: 80 }),
  code: choice(CODES),
  on: choice(KINDS),
  by: choice(['rule', 'human']),
  when: Type.Array(
    input({
      field: Code,
      op: choice(OPERATORS),
      value: Type.Union([Type.Number(), Type.String({ maxLength: 80 }), Type.Boolean()]),
    }),
    { maxItems: 12 },
  ),
  ground: GroundInput,
  measures: Type.Array(
    input({
      function: choice(FUNCTIONS),
      after_days: Type.Optional(Days),
      days: nullable(Days),
      spares: Type.Array(choice(SPARED), { maxItems: 3 }),
    }),
    { maxItems: 12 },
  ),
  grace_days: Type.Optional(Days),
  review_days: Type.Optional(Days),
  lift: choice(LIFTS),
  remedies: Type.Array(choice(REMEDIES), { maxItems: 9 }),
  papers: Type.Array(Code, { maxItems: 20 }),
});

export const PolicyInput = input({
  responsible_body: Type.String({ maxLength: 200 }),
  complain_to: Type.Array(Code, { maxItems: 10 }),
  rules: Type.Array(RuleInput, { maxItems: 100 }),
  note: Type.Optional(Type.String({ maxLength: 4000, description: 'What the version changes and why' })),
});

const Table = Type.Object(
  {
    policy_id: Id,
    carrier_id: Id,
    version: Type.Integer(),
    responsible_body: Text,
    complain_to: Type.Array(Text),
    rules: Type.Array(RuleInput),
  },
  { title: 'PolicyTable' },
);

const ITEM = {
  policy_id: Id,
  version: Type.Integer(),
  standing: choice(['draft', 'to_come', 'in_force', 'past']),
  drafted_by: Id,
  drafted_at: nullable(Moment),
  published_by: nullable(Id),
  published_at: nullable(Moment),
  effective_from: nullable(Moment),
  note: Text,
};

export const PolicyItemSchema = Type.Object(ITEM, { title: 'PolicyItem' });
export const PolicySchema = Type.Object(
  {
    ...ITEM,
    table: Table,
    findings: Type.Array(
      Type.Object({
        code: Text,
        pointer: Type.String({ description: 'The cell, below `table`' }),
        data: Type.Record(Type.String(), Type.Unknown()),
      }),
      { description: 'What stands against publishing' },
    ),
    changes: Type.Union([
      Type.Array(Type.Object({ rule_id: Id, change: Text, cells: Type.Optional(Type.Array(Text)) })),
      Type.Null(),
    ]),
    actions: Type.Array(choice(['draft', 'publish'])),
  },
  { title: 'Policy' },
);
export const PublishedPolicySchema = Type.Object(
  {
    policy_id: Id,
    version: Type.Integer(),
    standing: Text,
    effective_from: nullable(Moment),
    table: Table,
    learned: Type.Array(
      Type.Object({
        rule_id: Id,
        paused: Type.Boolean(),
        decided: nullable(Type.Integer({ description: 'Appeals decided; null below five' })),
        overturned: nullable(Type.Integer()),
      }),
    ),
  },
  { title: 'PublishedPolicy' },
);
export const PolicyParams = Type.Object({
  policy_id: Id,
  version: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
});

/** The rows as they came in; field names inside conditions are names too. */
export function readRules(rules: readonly Static<typeof RuleInput>[]): PolicyRule[] {
  const rows = camelKeys(rules) as PolicyRule[];
  return rows.map((row) => ({
    ...row,
    when: row.when.map((one) => ({ ...one, field: Object.keys(camelKeys({ [one.field]: 0 }) as object)[0] ?? '' })),
  }));
}

export function tableReply(policy: Policy): Static<typeof Table> {
  const rules = policy.rules.map((row) => ({
    ...row,
    when: row.when.map((one) => ({ ...one, field: Object.keys(snakeKeys({ [one.field]: 0 }) as object)[0] ?? '' })),
  }));
  return snakeKeys({ ...policy, rules }) as Static<typeof Table>;
}

export function itemReply({ policy, ...item }: PolicyItem): Static<typeof PolicyItemSchema> {
  const { policyId, version } = policy;
  return snakeKeys({ policyId, version, ...item }) as Static<typeof PolicyItemSchema>;
}

export function policyReply(view: PolicyView): Static<typeof PolicySchema> {
  const { acts, findings, changes, inForce: _, ...item } = view;
  return {
    ...itemReply(item),
    table: tableReply(view.policy),
    findings: findings.map(({ code, pointer, data }) => ({ code, pointer, data: snakeKeys(data) as typeof data })),
    changes: changes === null ? null : (snakeKeys(changes) as never),
    actions: [...acts],
  };
}
