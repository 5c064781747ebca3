import { expect, test } from 'vitest';
import { POLICY_EXAMPLES } from '../../../knowledge/policies.ts';
import { POLICY } from '../../../seed/city.ts';
import { readRule, typedRule } from './policy-form.ts';

test('a row that is opened and kept as it is stays the same row, to the article', () => {
  for (const rule of [...POLICY_EXAMPLES, ...POLICY.rules])
    expect(readRule('zh-CN', typedRule(rule)), rule.ruleId).toEqual({ rule });
});

test('another law comes with its own article', () => {
  const [rule] = POLICY_EXAMPLES;
  if (!rule) throw new Error('there are no examples');
  expect(readRule('zh-CN', { ...typedRule(rule), law: 'AF-32c' })).toMatchObject({
    rule: { ground: { ruleId: 'AF-32c', article: '第32条第3款' } },
  });
});
