import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { comeBackEarly, goAway, listMyAbsences } from '../../app/assignment/absences.ts';
import { listColleagues, requireHouse } from '../../app/assignment/house.ts';
import { takeNext } from '../../app/assignment/take-next.ts';
import { viewTeam } from '../../app/assignment/team.ts';
import type { AppContext } from '../../app/context.ts';
import type { Side } from '../../domain/cases/claim.ts';
import { endOfDay, isPlainDate } from '../../domain/clocks/plain-date.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { TEAM_PATHS, teamPage } from '../present/team.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, freshFormKey } from './asking.ts';
import { openAuthority } from './authority/authority-frame.ts';
import { doneIn, openDesk } from './desk/desk-frame.ts';

const DAY_MS = 86_400_000;

/** The team of a carrier's desk or of a body: who has what, the next case, and absences. */
export function addTeamRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  for (const side of ['desk', 'authority'] as const) {
    const { team, next, away } = TEAM_PATHS[side];
    const one = side === 'desk' ? paths.deskCase : paths.authorityCase;

    app.get(team, (request, reply) => showTeam(side, request, reply, EMPTY_FORM));
    for (const path of [next, away]) app.get(path, async (_request, reply) => reply.redirect(team, 303));

    app.post(next, async (request, reply) => {
      await open(side, request);
      const taken = await takeNext(ctx, askerOf(request, readForm(request)));
      return reply.redirect(taken ? `${one(taken.caseFile.caseId)}?done=claim` : `${team}?done=none_left`, 303);
    });

    app.post(away, async (request, reply) => {
      await open(side, request);
      const typed = readForm(request);
      try {
        const asker = askerOf(request, typed);
        if (typed.absence_id) await comeBackEarly(ctx, asker, typed.absence_id);
        else await goAway(ctx, asker, spanIn(typed));
      } catch (error) {
        return showTeam(side, request, reply, refusedForm(request.visit.locale, typed, error), 422);
      }
      return reply.redirect(`${team}?done=${typed.absence_id ? 'come_back' : 'absence'}`, 303);
    });
  }

  /** The name of the house; refused for whoever is of the other side. */
  async function open(side: Side, request: FastifyRequest): Promise<string> {
    return side === 'desk' ? (await openDesk(ctx, request)).carrier : (await openAuthority(ctx, request)).body;
  }

  async function showTeam(side: Side, request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const house = await open(side, request);
    const asker = askerOf(request);
    // Asked before anything is begun: what is begun and then left alone would fail on its own.
    const people = requireHouse(asker);
    const [members, colleagues, mine] = await Promise.all([
      viewTeam(ctx, asker),
      listColleagues(ctx, people),
      listMyAbsences(ctx, asker),
    ]);
    const { locale, now } = request.visit;
    const reader = requireActor(request);
    const shown = { form, formKey: freshFormKey(ctx), done: doneIn(request) };
    const props = teamPage({ locale, now, side, house, reader, members, colleagues, mine, ...shown });
    return show(web, request, reply, 'team', props, status);
  }
}

/** From the beginning of the first day to the end of the last. */
function spanIn(typed: Typed): { from: Instant; until: Instant; deputyId: string | null } {
  return {
    from: addMs(endOfDay(dayIn(typed, 'from')), -DAY_MS),
    until: endOfDay(dayIn(typed, 'until')),
    deputyId: typed.deputy_id || null,
  };
}

function dayIn(typed: Typed, field: 'from' | 'until'): string {
  const text = typed[field] ?? '';
  if (!isPlainDate(text)) throw new RefusalError(refusal('absence.bad_day', { given: text }, `/${field}`));
  return text;
}
