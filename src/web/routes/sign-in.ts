import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { comeBack, confirmMailCode, sendMailCode } from '../../app/sign-in/account.ts';
import type { DemoPerson } from '../../app/sign-in/demo-visit.ts';
import { endVisit, listDemoPeople, startDemoVisit } from '../../app/sign-in/demo-visit.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import type { FormState, Typed } from '../form.ts';
import { checkText, EMPTY_FORM, formRefused, readForm, refusedForm } from '../form.ts';
import type { SignInPerson } from '../pages/sign-in-page.tsx';
import { paths } from '../paths.ts';
import { authorityName } from '../present/authority.ts';
import { functionsOf, listOf } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { show, TOKEN_COOKIE } from '../visit.ts';
import { safeNext } from './asking.ts';

const DAY_S = 86_400;

/** The demo's door: one click a person. Where there is no demo the page says what can be done without signing in. */
export function addSignInRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.signIn, async (request, reply) => {
    const { next } = request.query as { next?: string };
    return showDoor(request, reply, next ?? null);
  });

  app.post<{ Body: Partial<Record<string, unknown>> | undefined }>(paths.signIn, async (request, reply) => {
    const { actor } = request.visit;
    // A second tap finds its wish fulfilled, under a cookie that its form does not know.
    if (actor && actor.id === request.body?.actor_id) return reply.redirect(homeOf(actor), 303);
    const typed = readForm(request);
    const visit = await tryVisit(typed.actor_id ?? '');
    if (!visit) return showDoor(request, reply, typed.next ?? null, t(request.visit.locale, 'signin.unknown'), 422);
    await setVisit(ctx, request, reply, visit.token);
    return reply.redirect(safeNext(typed.next, homeOf(visit.actor)), 303);
  });

  app.post(paths.signInCode, async (request, reply) => {
    const typed = readForm(request);
    const late = await app.limits.codes(request, reply);
    if (late) return refusedDoor(request, reply, typed, late);
    try {
      checkText(typed);
      await setVisit(ctx, request, reply, (await comeBack(ctx, typed.code ?? '')).token);
      return reply.redirect(safeNext(typed.next, paths.mine), 303);
    } catch (error) {
      const form = refusedForm(request.visit.locale, typed, error);
      return showDoor(request, reply, typed.next ?? null, undefined, 422, form);
    }
  });

  app.post(paths.signInMail, async (request, reply) => {
    const { locale } = request.visit;
    const typed = readForm(request);
    const late = await app.limits.codes(request, reply);
    if (late) return refusedDoor(request, reply, typed, late);
    try {
      checkText(typed);
      await sendMailCode(ctx, typed.mail ?? '', locale);
      return show(web, request, reply, 'mailCode', {
        form: { typed: { mail: typed.mail ?? '' }, errors: {} },
        next: typed.next ?? null,
      });
    } catch (error) {
      return showDoor(request, reply, typed.next ?? null, undefined, 422, refusedForm(locale, typed, error));
    }
  });

  app.post(paths.signInMailCode, async (request, reply) => {
    const { locale } = request.visit;
    const typed = readForm(request);
    const late = await app.limits.codes(request, reply);
    if (late) {
      const form = formRefused(locale, typed, late);
      return show(web, request, reply, 'mailCode', { form, next: typed.next ?? null }, 429);
    }
    try {
      checkText(typed);
      const visit = await confirmMailCode(ctx, typed.mail ?? '', typed.code ?? '', locale);
      await setVisit(ctx, request, reply, visit.token);
      return reply.redirect(safeNext(typed.next, paths.mine), 303);
    } catch (error) {
      const form = refusedForm(locale, typed, error);
      return show(web, request, reply, 'mailCode', { form, next: typed.next ?? null }, 422);
    }
  });

  for (const path of [paths.signInCode, paths.signInMail, paths.signInMailCode])
    app.get(path, async (_request, reply) => reply.redirect(paths.signIn, 303));

  app.get(paths.signOut, async (_request, reply) => reply.redirect(paths.home, 303));

  app.post(paths.signOut, async (request, reply) => {
    if (!request.visit.actor) return reply.redirect(paths.home, 303);
    readForm(request);
    const token = request.cookies[TOKEN_COOKIE];
    if (token) await endVisit(ctx, token);
    reply.clearCookie(TOKEN_COOKIE, { path: '/' });
    return reply.redirect(paths.home, 303);
  });

  function refusedDoor(request: FastifyRequest, reply: FastifyReply, typed: Typed, late: Refusal) {
    const form = formRefused(request.visit.locale, typed, late);
    return showDoor(request, reply, typed.next ?? null, undefined, 429, form);
  }

  async function tryVisit(actorId: string) {
    try {
      return await startDemoVisit(ctx, actorId);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'access.not_found') return null;
      throw error;
    }
  }

  async function showDoor(
    request: FastifyRequest,
    reply: FastifyReply,
    next: string | null,
    error?: string,
    status = 200,
    form: FormState = EMPTY_FORM,
  ) {
    const { locale } = request.visit;
    const more = { next, error, form, mail: ctx.mail !== null };
    if (!ctx.config.demo) return show(web, request, reply, 'signIn', { demo: null, ...more }, status);
    const all = (await listDemoPeople(ctx)).map((one) => ({ one, shown: describe(locale, one) }));
    const people = all.filter(({ one }) => one.role === 'subscriber').map(({ shown }) => shown);
    const officers = all.filter(({ one }) => one.role === 'officer').map(({ shown }) => shown);
    const staff = all
      .filter(({ one }) => one.role !== 'subscriber' && one.role !== 'officer')
      .map(({ shown }) => shown);
    return show(web, request, reply, 'signIn', { demo: { people, staff, officers }, ...more }, status);
  }
}

function homeOf({ role }: Actor): string {
  if (role === 'officer') return paths.authority;
  return role === 'subscriber' ? paths.mine : paths.desk;
}

/** Begins a visit in this browser. The one that it held before ends, also for whoever copied its token. */
export async function setVisit(
  ctx: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<void> {
  const former = request.cookies[TOKEN_COOKIE];
  if (former) await endVisit(ctx, former);
  reply.setCookie(TOKEN_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.config.publicUrl.startsWith('https:'),
    maxAge: DAY_S,
  });
}

/** Roles whose work has words of its own. */
const DOES = ['agent', 'reviewer', 'officer'] as const;

/** What there is to see as them, read from where their number stands now. */
function describe(locale: Locale, one: DemoPerson): SignInPerson {
  const { actorId, name, role, off, caseStatus, authority } = one;
  if (role !== 'subscriber') {
    return {
      actorId,
      name,
      role: findText(locale, `role.${role}`) ?? role,
      does: authority
        ? authorityName(locale, authority)
        : t(locale, `signin.does.${DOES.find((known) => known === role) ?? 'other'}`),
    };
  }
  const stopped =
    off.length === 0
      ? t(locale, 'signin.all_on')
      : t(locale, 'flag.title.active', { list: listOf(locale, functionsOf(locale, off)) });
  const appeal = caseStatus ? t(locale, 'signin.case', { status: t(locale, `status.case.${caseStatus}`) }) : null;
  return { actorId, name, role: null, does: [stopped, appeal].filter(Boolean).join(' · ') };
}
