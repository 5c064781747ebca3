import { Type } from 'typebox';
import { Code, choice, Id, input, Words } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const decideCaseEndpoint = caseActEndpoint({
  path: 'decision',
  summary: '作出决定 / Decide the case',
  description:
    'With reasons and the rule relied on. What is granted is ordered from the carrier’s systems at once. Whoever raised the flag or decided before is refused.',
  who: ['reviewer'],
  body: input(
    {
      finding: choice(['misjudged', 'condition_met', 'grounded']),
      lift_flag_ids: Type.Array(Id, {
        maxItems: 20,
        description: 'All active flags: granted; some: partly; none: refused',
      }),
      rule_relied: Code,
      words: Words,
      turned_down: Type.Optional(
        input({
          materials: Type.Array(Code, { maxItems: 20, description: 'Papers that a precheck accepted; empty for none' }),
          changed: Type.String({ maxLength: 4000, description: 'What has changed since' }),
        }),
      ),
    },
    [
      {
        finding: 'misjudged',
        lift_flag_ids: ['flag_1y2p0ij32e8e7_4'],
        rule_relied: 'AF-32c',
        words: '通话为送货联系，未见异常。',
      },
    ],
  ),
  content: true,
  act: ({ finding, lift_flag_ids: liftFlagIds, rule_relied: ruleRelied, words, turned_down: turnedDown }) => ({
    do: 'case.decide',
    finding,
    liftFlagIds,
    ruleRelied,
    words,
    ...(turnedDown ? { turnedDown } : {}),
  }),
});
