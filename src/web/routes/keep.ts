import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knowledge } from '../../../knowledge/index.ts';
import type { AppContext } from '../../app/context.ts';
import { reportNumber } from '../../app/numbers/report-number.ts';
import { openWithReturnCode } from '../../app/sign-in/account.ts';
import { isPlainDate, shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { LineFunction, ReasonCode } from '../../domain/flags/words.ts';
import { FUNCTIONS, REASON_CODES } from '../../domain/flags/words.ts';
import { readMobileNumber } from '../../domain/numbers/mobile-number.ts';
import { addMs, instantFromMs, msOf } from '../../domain/time.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { FieldErrors, FormState, Typed } from '../form.ts';
import { checkText, formRefused, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { freshFormKey } from './asking.ts';
import { setVisit } from './sign-in.ts';

const CARRIERS = ['china-mobile', 'china-unicom', 'china-telecom', 'china-broadnet', 'virtual', 'unknown'] as const;
const SHANGHAI_MS = 8 * 3_600_000;
/** Before the first mobile telephone of the mainland no number was anybody's; whatever is earlier is a slip of the hand. */
const FIRST_DAY = '1987-01-01';
const YEAR_MS = 365 * 86_400_000;

/** Beginning a record of one's own. Whoever has no account gets one, with a code that is shown once. */
export function addKeepRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.keep, async (request, reply) =>
    showKeep(request, reply, { typed: request.query as Typed, errors: {} }),
  );

  app.post(paths.keep, async (request, reply) => {
    const { locale } = request.visit;
    const typed = readForm(request);
    try {
      checkText(typed);
    } catch (error) {
      return showKeep(request, reply, refusedForm(locale, typed, error), 422);
    }
    const errors = faultsIn(request, typed);
    if (Object.keys(errors).length > 0) return showKeep(request, reply, { typed, errors }, 422);
    const { actor } = request.visit;
    const nameless = actor?.role !== 'subscriber';
    const late = nameless ? await app.limits.accounts(request, reply) : null;
    if (late) return showKeep(request, reply, formRefused(locale, typed, late), 429);
    const opened = nameless ? await openWithReturnCode(ctx, locale) : null;
    const asker = { actor: opened?.actor ?? actor, source: 'web', sourceId: request.id };
    try {
      if (!asker.actor) throw new Error('an account without its actor');
      const view = await reportNumber(ctx, { ...asker, actor: asker.actor }, reportOf(typed, request.visit.now));
      const next = paths.case(view.caseFile.caseId);
      if (!opened) return reply.redirect(next, 303);
      await setVisit(ctx, request, reply, opened.token);
      return show(web, request, reply, 'returnCode', { returnCode: opened.returnCode, next });
    } catch (error) {
      return showKeep(request, reply, refusedForm(locale, typed, error, { '/flags': 'functions' }), 422);
    }
  });

  async function showKeep(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale, now } = request.visit;
    return show(
      web,
      request,
      reply,
      'keep',
      {
        form,
        formKey: freshFormKey(ctx),
        today: shanghaiDate(now),
        carriers: CARRIERS.map((value) => ({ value, label: t(locale, `keep.carrier.${value}`) })),
        codes: codesFirst(form.typed.code).map(({ code, name }) => ({ value: code, label: name[locale] })),
        functions: FUNCTIONS.filter((one) => one !== 'new_business').map((value) => ({
          value,
          label: t(locale, `function.${value}`),
        })),
      },
      status,
    );
  }
}

/** "Nobody said why" stands first, because that is what most people can truly say. */
function codesFirst(code: string | undefined) {
  const rows = knowledge.tables.routes.filter((route) => route.code !== 'I1');
  const first = rows.filter((route) => route.code === (code ?? 'Z0'));
  return [...first, ...rows.filter((route) => !first.includes(route))];
}

function faultsIn(request: FastifyRequest, typed: Typed): FieldErrors {
  const { locale, now } = request.visit;
  const errors: Record<string, string> = {};
  const number = readMobileNumber(typed.mobile_number ?? '');
  if (!number.ok) errors['mobile_number'] = refusalWords(locale, number.refusal);
  for (const field of ['since', 'opened_at'] as const) {
    const value = typed[field] ?? '';
    if (value === '' && field === 'opened_at') continue;
    if (!isPlainDate(value)) errors[field] = t(locale, 'keep.missing_date');
    else if (startOf(value) > now) errors[field] = t(locale, 'report.in_future');
    else if (value < FIRST_DAY) errors[field] = t(locale, 'keep.too_early');
  }
  return errors;
}

function reportOf(typed: Typed, now: string) {
  const since = startOf(typed.since ?? shanghaiDate(now));
  const code = typed.code !== undefined && Object.hasOwn(REASON_CODES, typed.code) ? (typed.code as ReasonCode) : 'Z0';
  const functions = (typed.functions ?? '')
    .split(',')
    .filter((one): one is LineFunction => FUNCTIONS.includes(one as LineFunction));
  const carrier = CARRIERS.find((one) => one === typed.carrier_id) ?? 'unknown';
  return {
    mobileNumber: typed.mobile_number ?? '',
    carrierId: carrier,
    province: 'CN',
    holder: typed.holder === 'yes',
    openedAt: typed.opened_at ? startOf(typed.opened_at) : addMs(since, -YEAR_MS),
    flags: [{ code, functions, since, body: '' }],
    statement: '',
  };
}

/** The moment at which a Shanghai day begins. */
function startOf(date: string): string {
  return instantFromMs(msOf(`${date}T00:00:00.000Z`) - SHANGHAI_MS);
}
