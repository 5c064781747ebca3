import type { Decision } from '../cases/case.ts';
import type { Flag, RuleVerdict } from '../flags/flag.ts';
import type { NumberState } from '../journal/state.ts';
import type { Instant } from '../time.ts';

type At = { readonly at: Instant; readonly seq: number };

/**
 * The flags of a case after a decision on it. Misjudged counts against the rule, a flag that was left standing for it; a
 * condition that was met says nothing of the rule. What was upheld may be overturned later; what was overturned stays so.
 */
export function judgeByDecision(
  state: NumberState,
  flagIds: readonly string[],
  { finding, liftFlagIds }: Pick<Decision, 'finding' | 'liftFlagIds'>,
  when: At,
): NumberState {
  return withVerdicts(state, flagIds, (flag) => {
    if (flag.status !== 'active') return flag.verdict;
    if (!liftFlagIds.includes(flag.flagId)) return flag.verdict ?? { ...first(when), outcome: 'upheld' };
    return finding === 'misjudged' ? overturned(flag, 'decision', when) : flag.verdict;
  });
}

/**
 * The flags of a case after a settlement that lifts some: what had been upheld did not stand. Flags that nobody had decided
 * on stay out: of those only the ones given in to would ever be counted.
 */
export function judgeBySettlement(state: NumberState, liftFlagIds: readonly string[], when: At): NumberState {
  return withVerdicts(state, liftFlagIds, (flag) =>
    flag.verdict ? overturned(flag, 'settlement', when) : flag.verdict,
  );
}

/** Whether the flag counts in the sequential test: the first of its number that this rule version got a verdict on. */
export function isFirstOfNumber(state: NumberState, flag: Flag): boolean {
  const { verdict } = flag;
  if (!verdict) return false;
  const rule = ruleKey(flag);
  return !Object.values(state.flags).some(
    (other) =>
      other.flagId !== flag.flagId &&
      other.verdict !== undefined &&
      ruleKey(other) === rule &&
      (other.verdict.seq < verdict.seq || (other.verdict.seq === verdict.seq && other.flagId < flag.flagId)),
  );
}

function ruleKey({ reasons: { rule } }: Flag): string {
  return rule ? JSON.stringify([rule.policyId, rule.version, rule.ruleId]) : '';
}

function first({ at, seq }: At): Omit<RuleVerdict, 'outcome'> {
  return { by: 'decision', at, seq, changedAt: null };
}

function overturned({ verdict }: Flag, by: RuleVerdict['by'], when: At): RuleVerdict {
  if (!verdict) return { ...first(when), outcome: 'overturned' };
  return verdict.outcome === 'overturned' ? verdict : { ...verdict, outcome: 'overturned', by, changedAt: when.at };
}

/** Only flags that a rule of a carrier placed are judged; what people report names no rule. */
function withVerdicts(
  state: NumberState,
  flagIds: readonly string[],
  judge: (flag: Flag) => RuleVerdict | undefined,
): NumberState {
  let flags = state.flags;
  for (const id of flagIds) {
    const flag = flags[id];
    if (!flag?.reasons.rule) continue;
    const verdict = judge(flag);
    if (verdict && verdict !== flag.verdict) flags = { ...flags, [id]: { ...flag, verdict } };
  }
  return flags === state.flags ? state : { ...state, flags };
}
