import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';
import { mayDraft } from './policies.ts';

/** A rule as far as rights hang on it. */
export type RuleThing = { readonly carrierId: string; readonly draftedBy: string | null; readonly paused: boolean };
export type RuleAct = 'tolerate' | 'pause' | 'resume' | 'open_class';

/** Why an act on a rule is not open to this actor; null when it is. Whoever wrote the table does not take its rule back into use. */
export function objectToRuleAct(actor: Actor, rule: RuleThing, act: RuleAct): Refusal | null {
  if (actor.carrierId !== rule.carrierId) return refusal('access.denied');
  const may = act === 'open_class' ? actor.role === 'reviewer' || mayDraft(actor) : mayDraft(actor);
  if (!may) return refusal('access.denied');
  if (act === 'pause' && rule.paused) return refusal('rule.paused_already');
  if (act === 'resume' && !rule.paused) return refusal('rule.not_paused');
  return act === 'resume' && actor.id === rule.draftedBy ? refusal('rule.own_draft') : null;
}

/** The acts open to this actor: exactly those that are accepted. */
export function actsOnRule(actor: Actor, rule: RuleThing): RuleAct[] {
  return (['tolerate', 'pause', 'resume', 'open_class'] as const).filter(
    (act) => objectToRuleAct(actor, rule, act) === null,
  );
}

export type ClassThing = { readonly carrierId: string; readonly status: 'open' | 'working' | 'decided' | 'dropped' };
export type ClassAct = 'take_out' | 'put_back' | 'decide' | 'drop';

const CLASS_ACTS: readonly ClassAct[] = ['take_out', 'put_back', 'decide', 'drop'];

/** Why an act on a class is not open to this actor; null when it is. Reviewers decide, as they do on appeals. */
export function objectToClassAct(actor: Actor, one: ClassThing): Refusal | null {
  if (actor.role !== 'reviewer' || actor.carrierId !== one.carrierId) return refusal('access.denied');
  return one.status === 'open' ? null : refusal('class.not_open', { status: one.status });
}

export function actsOnClass(actor: Actor, one: ClassThing): ClassAct[] {
  return objectToClassAct(actor, one) === null ? [...CLASS_ACTS] : [];
}
