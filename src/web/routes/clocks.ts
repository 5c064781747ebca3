import type { FastifyInstance } from 'fastify';
import { isPersonal } from '../../access/relation.ts';
import type { DateAnswer } from '../../app/clocks/compute-date.ts';
import { computeDate } from '../../app/clocks/compute-date.ts';
import { getClock } from '../../app/clocks/get-clock.ts';
import type { AppContext } from '../../app/context.ts';
import { UNITS } from '../../domain/clocks/period.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { t } from '../../locales/index.ts';
import type { Typed } from '../form.ts';
import { EMPTY_FORM, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { dateResult, ledgerView, ruleGroups, ruleTitle } from '../present/clock-pages.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, frameOf } from './asking.ts';

type ByClock = { Params: { clockId: string } };

/** Dates reckoned in the open: any period for anybody, and one's own clocks with their ledgers. */
export function addClockRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.clocks, async (request, reply) => {
    const { locale, now } = request.visit;
    const asked = typedIn(request.query);
    const typed = { from: shanghaiDate(now), ...asked };
    const given = Boolean(asked.rule || asked.length);
    const found = given ? ask(typed) : null;
    const refused = found instanceof RefusalError;
    return show(
      web,
      request,
      reply,
      'clocks',
      {
        form: refused ? refusedForm(locale, typed, found, POINTERS) : { ...EMPTY_FORM, typed },
        rules: [
          { value: '', label: t(locale, 'clock.page.own') },
          ...[...ctx.rules.periods.values()]
            .filter(({ length }) => length !== null)
            .map(({ ruleId }) => ({ value: ruleId, label: ruleTitle(locale, ruleId) })),
        ],
        units: UNITS.map((unit) => ({ value: unit, label: t(locale, `unit.${unit}.name`) })),
        provinces: [
          { value: '', label: t(locale, 'clock.page.elsewhere') },
          ...['CN-HA', 'CN-CQ'].map((code) => ({
            value: code,
            label: t(locale, `province.${code}` as 'province.CN-HA'),
          })),
        ],
        result: found && !refused ? dateResult(locale, found) : null,
        groups: ruleGroups(locale, ctx.rules),
      },
      refused ? 422 : 200,
    );
  });

  app.get<ByClock>(paths.clock(':clockId'), async (request, reply) => {
    const { locale } = request.visit;
    const actor = requireActor(request);
    const view = await getClock(ctx, askerOf(request), request.params.clockId);
    const side = isPersonal(actor.role) ? 'person' : actor.role === 'officer' ? 'authority' : 'desk';
    const frame = { ...frameOf(ctx, request, view.carrier), side } as const;
    const home = { person: paths.case, desk: paths.deskCase, authority: paths.authorityCase }[side];
    const start = { person: paths.mine, desk: paths.desk, authority: paths.authority }[side];
    const back =
      view.caseId === null
        ? { href: start, label: t(locale, 'clock.back') }
        : { href: home(view.caseId), label: t(locale, 'clock.back_case', { reference: view.reference ?? '' }) };
    return show(web, request, reply, 'ledger', ledgerView(frame, view, back));
  });

  app.get<ByClock>(paths.clockJson(':clockId'), async (request, reply) => {
    requireActor(request);
    const { clock, ledger } = await getClock(ctx, askerOf(request), request.params.clockId);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ ...clock, ledger }, null, 2));
  });

  function ask(typed: Typed): DateAnswer | RefusalError {
    const { rule, length, unit, province } = typed;
    try {
      return computeDate(ctx.rules, {
        from: typed.from ?? '',
        ...(rule ? { rule } : { length, unit }),
        ...(province ? { province } : {}),
      });
    } catch (error) {
      if (error instanceof RefusalError) return error;
      throw error;
    }
  }
}

const POINTERS = { '/from': 'from', '/rule': 'rule', '/length': 'length', '/unit': 'unit', '/province': 'province' };
const NAMES = ['from', 'rule', 'length', 'unit', 'province'] as const;

function typedIn(query: unknown): Typed {
  const given = query as Record<string, unknown>;
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 60)]] : [];
    }),
  );
}
