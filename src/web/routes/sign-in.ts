import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPersonal } from '../../access/relation.ts';
import type { AppContext } from '../../app/context.ts';
import { comeBack, confirmMailCode, sendMailCode } from '../../app/sign-in/account.ts';
import type { DemoPerson } from '../../app/sign-in/demo-visit.ts';
import { endVisit, listDemoPeople, startDemoVisit } from '../../app/sign-in/demo-visit.ts';
import { relyingParty } from '../../app/sign-in/passkey.ts';
import { confirmSmsCode, sendSmsCode } from '../../app/sign-in/phone.ts';
import type { Visit } from '../../app/sign-in/visit.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { deviceName } from '../device-name.ts';
import type { FormState, Typed } from '../form.ts';
import { checkText, EMPTY_FORM, formRefused, readForm, refusedForm } from '../form.ts';
import type { SentCodePageProps } from '../pages/account-forms.tsx';
import type { SignInPerson } from '../pages/sign-in-page.tsx';
import { paths } from '../paths.ts';
import { authorityName } from '../present/authority.ts';
import { functionsOf, listOf } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { dropVisit, keepVisit, visitToken } from '../visit-cookie.ts';
import { safeNext } from './asking.ts';

/** The door of people: in the demo one click a person; the return code, another phone, mail. */
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
    const visit = await tryVisit(request, typed.actor_id ?? '');
    if (!visit) return showDoor(request, reply, typed.next ?? null, t(request.visit.locale, 'signin.unknown'), 422);
    return enter(ctx, request, reply, visit, typed.next);
  });

  app.post(paths.signInCode, async (request, reply) => {
    const typed = readForm(request);
    return guarded(request, reply, typed, refuse(typed), async () => {
      const visit = await comeBack(ctx, typed.code ?? '', { device: deviceOf(request) });
      return enter(ctx, request, reply, visit, typed.next);
    });
  });

  app.post(paths.signInMail, async (request, reply) => {
    const typed = readForm(request);
    return guarded(request, reply, typed, refuse(typed), async () => {
      await sendMailCode(ctx, typed.mail ?? '', request.visit.locale);
      return showSent(request, reply, 'mail', { typed: { mail: typed.mail ?? '' }, errors: {} }, typed.next);
    });
  });

  app.post(paths.signInSms, async (request, reply) => {
    const typed = readForm(request);
    return guarded(request, reply, typed, refuse(typed), async () => {
      await sendSmsCode(ctx, typed.phone ?? '', request.visit.locale);
      return showSent(request, reply, 'sms', { typed: { phone: typed.phone ?? '' }, errors: {} }, typed.next);
    });
  });

  app.post(paths.signInMailCode, async (request, reply) => {
    const { locale } = request.visit;
    const typed = readForm(request);
    const again: Refuse = (form, status) => showSent(request, reply, 'mail', form, typed.next, status);
    return guarded(request, reply, typed, again, async () => {
      const visit = await confirmMailCode(ctx, typed.mail ?? '', typed.code ?? '', locale, deviceOf(request));
      return enter(ctx, request, reply, visit, typed.next);
    });
  });

  app.post(paths.signInSmsCode, async (request, reply) => {
    const typed = readForm(request);
    const again: Refuse = (form, status) => showSent(request, reply, 'sms', form, typed.next, status);
    return guarded(request, reply, typed, again, async () => {
      const visit = await confirmSmsCode(ctx, typed.phone ?? '', typed.code ?? '', deviceOf(request));
      return enter(ctx, request, reply, visit, typed.next);
    });
  });

  for (const path of [paths.signInCode, paths.signInMail, paths.signInMailCode, paths.signInSms, paths.signInSmsCode])
    app.get(path, async (_request, reply) => reply.redirect(paths.signIn, 303));

  app.get(paths.signOut, async (_request, reply) => reply.redirect(paths.home, 303));

  app.post(paths.signOut, async (request, reply) => {
    if (!request.visit.actor) return reply.redirect(paths.home, 303);
    readForm(request);
    const token = visitToken(ctx.config, request);
    if (token) await endVisit(ctx, token);
    dropVisit(ctx.config, reply);
    // Nothing that was shown stays behind for whoever sits down next; language and type size are cookies and may stay.
    reply.header('clear-site-data', '"cache", "storage"');
    return reply.redirect(paths.home, 303);
  });

  function refuse(typed: Typed) {
    return (form: FormState, status: number, request: FastifyRequest, reply: FastifyReply) =>
      showDoor(request, reply, typed.next ?? null, undefined, status, form);
  }

  async function tryVisit(request: FastifyRequest, actorId: string) {
    try {
      return await startDemoVisit(ctx, actorId, deviceOf(request));
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'access.not_found') return null;
      throw error;
    }
  }

  async function showSent(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: 'mail' | 'sms',
    form: FormState,
    next: string | undefined,
    status = 200,
  ) {
    return show(web, request, reply, 'sentCode', sentPage(request.visit.locale, kind, form, next), status);
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
    const [origin = ''] = relyingParty(ctx).origins;
    const more = { next, error, form, mail: ctx.mail !== null, sms: ctx.config.sms !== null, origin };
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

/** Draws the page from which a form came, with what was typed and what is wrong. */
export type Refuse = (form: FormState, status: number, request: FastifyRequest, reply: FastifyReply) => unknown;

/** Counts one try of whoever asks, does it, and draws the page again when it is refused. */
export async function guarded(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
  refuse: Refuse,
  attempt: () => Promise<unknown>,
): Promise<unknown> {
  const { locale } = request.visit;
  const late = await request.server.limits.codes(request, reply);
  if (late) {
    request.server.noteRefusal(request, late.code);
    return refuse(formRefused(locale, typed, late), 429, request, reply);
  }
  try {
    checkText(typed);
    return await attempt();
  } catch (error) {
    if (error instanceof RefusalError) request.server.noteRefusal(request, error.refusal.code);
    return refuse(refusedForm(locale, typed, error), 422, request, reply);
  }
}

/** Begins a visit in this browser and goes on to where it was meant to. */
export async function enter(
  ctx: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  next: string | undefined,
) {
  await setVisit(ctx, request, reply, visit.token);
  return reply.redirect(safeNext(next, homeOf(visit.actor)), 303);
}

/** What a browser calls itself, coarsely. */
export function deviceOf(request: FastifyRequest): string | null {
  return deviceName(request.headers['user-agent']);
}

/** Where each kind of actor begins. */
export function homeOf({ role }: Actor): string {
  if (role === 'officer') return paths.authority;
  if (role === 'admin') return paths.deskHolds;
  return isPersonal(role) ? paths.mine : paths.desk;
}

function sentPage(locale: Locale, kind: 'mail' | 'sms', form: FormState, next: string | undefined): SentCodePageProps {
  const { mail = '', phone = '' } = form.typed;
  const address: Record<string, string> = kind === 'mail' ? { mail } : { phone };
  return {
    title: t(locale, kind === 'mail' ? 'signin.mail_code' : 'door.code'),
    words: kind === 'mail' ? t(locale, 'signin.mail_code_body', { mail }) : t(locale, 'door.sms_sent', { phone }),
    back: { href: paths.signIn, label: t(locale, 'signin.title') },
    action: kind === 'mail' ? paths.signInMailCode : paths.signInSmsCode,
    hidden: next ? { ...address, next } : address,
    button: t(locale, 'signin.mail_enter'),
    form,
  };
}

/** Begins a visit in this browser. The one that it held before ends, also for whoever copied its token. */
export async function setVisit(
  ctx: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<void> {
  const former = visitToken(ctx.config, request);
  if (former) await endVisit(ctx, former);
  keepVisit(ctx.config, reply, token);
}

/** Roles whose work has words of its own. */
const DOES = ['agent', 'reviewer', 'officer', 'admin', 'representative'] as const;

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
