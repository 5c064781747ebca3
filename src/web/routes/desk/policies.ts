import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LAWS } from '../../../../knowledge/laws/index.ts';
import { POLICY_EXAMPLES } from '../../../../knowledge/policies.ts';
import { mayDraft } from '../../../access/policies.ts';
import { listStaff, requireHouse } from '../../../app/assignment/house.ts';
import type { AppContext } from '../../../app/context.ts';
import { notFound } from '../../../app/on-number.ts';
import { getPolicy, listPolicies } from '../../../app/policies/read-policies.ts';
import type { Tried } from '../../../app/policies/try-policy.ts';
import { tryFact, tryNumber } from '../../../app/policies/try-policy.ts';
import { beginDraft, publish, writeDraft } from '../../../app/policies/write-policy.ts';
import { endOfDay, isPlainDate } from '../../../domain/clocks/plain-date.ts';
import { FUNCTIONS, REASON_CODES, REMEDIES } from '../../../domain/flags/words.ts';
import type { Fact } from '../../../domain/numbers/fact.ts';
import { FIELDS } from '../../../domain/policies/fields.ts';
import type { Policy, PolicyRule } from '../../../domain/policies/policy.ts';
import { LIFTS, OPERATORS } from '../../../domain/policies/policy.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import { addMs } from '../../../domain/time.ts';
import { t } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { paperName } from '../../present/frame.ts';
import { policyList, policyPage } from '../../present/policies.ts';
import {
  ALL_FIELDS,
  BLANK_RULE,
  CONDITION_LINES,
  FACT_KINDS,
  PAPERS,
  readRule,
  readValue,
  typedRule,
} from '../../present/policy-form.ts';
import { codeWords, fieldName } from '../../present/policy-words.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { doneIn, openDesk, textOf } from './desk-frame.ts';

type ByVersion = { Params: { policyId: string; version: string } };
type ByRule = { Params: ByVersion['Params'] & { rule: string } };

const DAY_MS = 86_400_000;

/** Rule tables at the desk: every version, a draft row by row, a trial, and publishing by a second person. */
export function addDeskPolicyRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskPolicies, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const items = await listPolicies(ctx, askerOf(request));
    const owns = mayDraft(requireActor(request));
    const props = policyList(frame, items, { owns, nameOf: await namesOf(request), formKey: freshFormKey(ctx) });
    return show(web, request, reply, 'deskList', { ...props, done: doneIn(request) });
  });

  app.post(paths.deskPolicies, async (request, reply) => {
    await openDesk(ctx, request);
    const { policyId, version } = await beginDraft(ctx, askerOf(request, readForm(request)));
    return reply.redirect(paths.deskPolicy(policyId, String(version)), 303);
  });

  app.get<ByVersion>(paths.deskPolicy(':policyId', ':version'), (request, reply) =>
    showPolicy(request, reply, { form: EMPTY_FORM }),
  );

  app.post<ByVersion>(paths.deskPolicy(':policyId', ':version'), async (request, reply) => {
    await openDesk(ctx, request);
    const typed = readForm(request);
    try {
      if (typed['act'] === 'try')
        return await showPolicy(request, reply, { form: { typed, errors: {} }, tried: await tried(request, typed) });
      const { policy } = await viewOf(request);
      const note = typed['note'] ?? '';
      const responsibleBody = (typed['responsible_body'] ?? '').trim();
      await writeDraft(ctx, askerOf(request, typed), nameOf(request), { ...policy, responsibleBody, note });
    } catch (error) {
      return showPolicy(request, reply, { form: refusedForm(request.visit.locale, typed, error), status: 422 });
    }
    return reply.redirect(`${hereOf(request)}?done=policy_saved`, 303);
  });

  app.get<ByVersion>(paths.deskPolicyPublish(':policyId', ':version'), async (request, reply) =>
    reply.redirect(hereOf(request), 303),
  );

  app.post<ByVersion>(paths.deskPolicyPublish(':policyId', ':version'), async (request, reply) => {
    await openDesk(ctx, request);
    const typed = readForm(request);
    try {
      const { policy: seen } = await viewOf(request);
      await publish(ctx, askerOf(request, typed), nameOf(request), { effectiveFrom: dayIn(typed), seen });
    } catch (error) {
      const fields = { '/effective_from': 'from_day' };
      return showPolicy(request, reply, { form: refusedForm(request.visit.locale, typed, error, fields), status: 422 });
    }
    return reply.redirect(`${hereOf(request)}?done=policy_published`, 303);
  });

  app.get<ByRule>(paths.deskPolicyRule(':policyId', ':version', ':rule'), async (request, reply) => {
    const { policy } = await writable(request);
    const { rule } = request.params;
    const example = POLICY_EXAMPLES[Number(textOf(request, 'from') ?? 'none')];
    const row = rule === 'new' ? example : policy.rules[Number(rule)];
    if (rule !== 'new' && !row) throw notFound();
    const typed = row ? typedRule(row) : BLANK_RULE;
    return showRule(request, reply, { form: { typed, errors: {} }, was: rule === 'new' ? '' : (row?.ruleId ?? '') });
  });

  app.post<ByRule>(paths.deskPolicyRule(':policyId', ':version', ':rule'), async (request, reply) => {
    const { policy, note } = await writable(request);
    const typed = readForm(request);
    const was = typed['was'] ?? '';
    const removes = typed['act'] === 'remove';
    try {
      const read = removes ? { rule: null } : readRule(request.visit.locale, typed);
      if ('errors' in read)
        return await showRule(request, reply, { form: { typed, errors: read.errors }, was, status: 422 });
      const rules = withRow(policy.rules, request.params.rule, was, read.rule);
      await writeDraft(ctx, askerOf(request, typed), nameOf(request), { ...policy, rules, note });
    } catch (error) {
      const form = refusedForm(request.visit.locale, typed, error);
      return showRule(request, reply, { form, was, status: 422 });
    }
    return reply.redirect(`${hereOf(request)}?done=${removes ? 'policy_removed' : 'policy_saved'}`, 303);
  });

  async function viewOf(request: FastifyRequest) {
    const { policyId, version } = nameOf(request);
    return getPolicy(ctx, askerOf(request), policyId, version);
  }

  /** The version, for whoever may write on it; refused otherwise before anything is shown. */
  async function writable(request: FastifyRequest) {
    await openDesk(ctx, request);
    const view = await viewOf(request);
    if (!view.acts.includes('draft'))
      throw new RefusalError(refusal(view.status === 'published' ? 'policy.published_already' : 'access.denied'));
    return view;
  }

  async function namesOf(request: FastifyRequest): Promise<(actorId: string) => string> {
    const staff = await listStaff(ctx, requireHouse(askerOf(request)));
    return (actorId) => staff.find((one) => one.id === actorId)?.displayName ?? actorId;
  }

  async function tried(request: FastifyRequest, typed: Typed): Promise<Tried[]> {
    const asker = askerOf(request, typed);
    const mobile = (typed['mobile_number'] ?? '').trim();
    if (mobile !== '') return tryNumber(ctx, asker, nameOf(request), mobile);
    const fact = factIn(typed);
    const days = readValue({ unit: 'days' }, (typed['tenure_days'] ?? '').trim() || '365');
    const line = { tenureDays: Number(days ?? 365), flagsBefore: {} };
    return [await tryFact(ctx, asker, nameOf(request), { fact, line })];
  }

  async function showPolicy(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, tried: found = null, status = 200 }: { form: FormState; tried?: Tried[] | null; status?: number },
  ) {
    const frame = await openDesk(ctx, request);
    const view = await viewOf(request);
    const more = {
      form,
      formKey: freshFormKey(ctx),
      done: doneIn(request),
      nameOf: await namesOf(request),
      tried: found,
    };
    return show(web, request, reply, 'policy', policyPage(frame, view, more), status);
  }

  async function showRule(
    request: FastifyRequest,
    reply: FastifyReply,
    { form, was, status = 200 }: { form: FormState; was: string; status?: number },
  ) {
    const { carrier, locale } = await openDesk(ctx, request);
    const { policyId, version, rule } = request.params as ByRule['Params'];
    const n = rule === 'new' ? null : Number(rule) + 1;
    const props = {
      ...{ carrier, policyId, version, rule, was, form },
      title: n === null ? t(locale, 'policy.add') : t(locale, 'policy.rule', { n, name: was }),
      lines: CONDITION_LINES,
      formKey: freshFormKey(ctx),
      kinds: FACT_KINDS.map((value) => ({ value, label: t(locale, `policy.on.${value}`) })),
      codes: (Object.keys(REASON_CODES) as (keyof typeof REASON_CODES)[]).map((value) => ({
        value,
        label: codeWords(locale, value),
      })),
      fields: ALL_FIELDS.map(({ field, unit }) => ({
        value: field,
        label: `${fieldName(locale, field)} (${t(locale, `policy.number.${unit}`)})`,
      })),
      ops: OPERATORS.map((value) => ({ value, label: t(locale, `policy.op.${value}`) })),
      functions: FUNCTIONS.map((value) => ({ value, label: t(locale, `function.${value}`) })),
      laws: LAWS.map(({ lawId, title }) => ({ value: lawId, label: title[locale] })),
      lifts: LIFTS.map((value) => ({ value, label: t(locale, `policy.lift.${value}`) })),
      remedies: REMEDIES.map((value) => ({ value, label: t(locale, `word.remedy.${value}`) })),
      papers: PAPERS.map((value) => ({ value, label: paperName(locale, value) })),
    };
    return show(web, request, reply, 'policyRule', props, status);
  }
}

function nameOf(request: FastifyRequest): { policyId: string; version: number } {
  const { policyId, version } = request.params as ByVersion['Params'];
  if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
  return { policyId, version: Number(version) };
}

function hereOf(request: FastifyRequest): string {
  const { policyId, version } = request.params as ByVersion['Params'];
  return paths.deskPolicy(policyId, version);
}

/** The beginning of a day in Shanghai; null for none. */
function dayIn(typed: Typed) {
  const day = (typed['from_day'] ?? '').trim();
  if (day === '') return null;
  if (!isPlainDate(day)) throw new RefusalError(refusal('policy.bad_start', {}, '/effective_from'));
  return addMs(endOfDay(day), -DAY_MS);
}

/** The rows with one put in, changed or taken out. Refused when another row stands in its place by now. */
function withRow(rules: Policy['rules'], place: string, was: string, row: PolicyRule | null): PolicyRule[] {
  if (place === 'new') return row ? [...rules, row] : [...rules];
  const at = Number(place);
  if (rules[at]?.ruleId !== was) throw new RefusalError(refusal('policy.changed_meanwhile'));
  return rules.flatMap((one, index) => (index === at ? (row ? [row] : []) : [one]));
}

/** A fact as it was typed, with what was left out at nothing. */
function factIn(typed: Typed): Fact {
  const kind = FACT_KINDS.find((one) => one === typed['kind']);
  if (!kind) throw new RefusalError(refusal('policy.try_nothing', {}, '/mobile_number'));
  const values = FIELDS[kind].map(({ field, unit }) => {
    const text = (typed[`fact_${field}`] ?? '').trim();
    const value = text === '' ? (unit === 'code' ? '' : unit === 'yes_no' ? false : 0) : readValue({ unit }, text);
    if (value === null) throw new RefusalError(refusal('policy.bad_value', { field, unit }, `/fact_${field}`));
    return [field, value] as const;
  });
  // A model that nobody names is none.
  const said = values.filter(([field, value]) => field !== 'model' || value !== '');
  return { kind, ...Object.fromEntries(said) } as unknown as Fact;
}
