import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { comeBack } from '../../app/sign-in/account.ts';
import { beginUsing, finishUsing, relyingParty } from '../../app/sign-in/passkey.ts';
import { renewVisit } from '../../app/sign-in/prove.ts';
import { comeBackFromProvider, leaveForProvider } from '../../app/sign-in/staff-visit.ts';
import { beginVisit } from '../../app/sign-in/visit.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, formRefused, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { visitToken } from '../visit-cookie.ts';
import { safeNext } from './asking.ts';
import type { Refuse } from './sign-in.ts';
import { deviceOf, enter, guarded, homeOf, setVisit } from './sign-in.ts';

const STEP_COOKIE = 'qingbiao-step';
const STEP_S = 900;

/** Passkeys for everybody; the staff's own door, and the way to their organisation's provider and back. */
export function addStaffSignInRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  const redirectUri = `${ctx.config.publicUrl}${paths.signInProviderBack}`;

  app.get(paths.signInStaff, async (request, reply) => {
    const { next } = request.query as { next?: string };
    return showStaff(request, reply, EMPTY_FORM, 200, next);
  });

  app.post(paths.signInStaffCode, async (request, reply) => {
    const typed = readForm(request);
    const again: Refuse = (form, status) => showStaff(request, reply, form, status, typed.next);
    return guarded(request, reply, typed, again, async () => {
      const more = { device: deviceOf(request), totp: typed.totp ?? '' };
      return enter(ctx, request, reply, await comeBack(ctx, typed.code ?? '', more), typed.next);
    });
  });

  app.post(paths.signInPasskeyOptions, async (request, reply) => {
    readForm(request);
    return answerBegun(request, reply, () => beginUsing(ctx));
  });

  app.post(paths.signInPasskey, async (request, reply) => {
    const { response = '', ...typed } = readForm(request);
    const again: Refuse = (form, status) => showStaff(request, reply, form, status, typed.next);
    return guarded(request, reply, typed, again, async () => {
      const actor = await finishUsing(ctx, { step: typed.step ?? '', response });
      const visit = await beginVisit(ctx, actor, 'passkey', deviceOf(request));
      return enter(ctx, request, reply, visit, typed.next);
    });
  });

  app.get(paths.signInProvider, async (request, reply) => {
    const { next } = request.query as { next?: string };
    const leaving = { next: safeNext(next, ''), again: false };
    return leave(request, reply, leaving);
  });

  app.get(paths.proveProvider, async (request, reply) => {
    const { act = '' } = request.query as { act?: string };
    if (!request.visit.actor) return reply.redirect(paths.signInStaff, 303);
    return leave(request, reply, { next: `${paths.resume}?act=${encodeURIComponent(act)}`, again: true });
  });

  app.get(paths.signInProviderBack, async (request, reply) => {
    const step = request.cookies[STEP_COOKIE] ?? '';
    reply.clearCookie(STEP_COOKIE, { path: paths.signIn });
    const { locale, actor: here } = request.visit;
    try {
      const answer = { step, url: request.url, redirectUri };
      const { actor, next, again } = await comeBackFromProvider(ctx, answer);
      const token = visitToken(ctx.config, request);
      const device = deviceOf(request);
      const visit =
        again && here && token
          ? await renewVisit(ctx, { actor: here, token, device }, { actorId: actor.id, by: 'oidc' })
          : await beginVisit(ctx, actor, 'oidc', device);
      await setVisit(ctx, request, reply, visit.token);
      return reply.redirect(safeNext(next, homeOf(visit.actor)), 303);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return showStaff(request, reply, { typed: {}, errors: { form: refusalWords(locale, error.refusal) } }, 422);
    }
  });

  for (const path of [paths.signInStaffCode, paths.signInPasskey, paths.signInPasskeyOptions])
    app.get(path, async (_request, reply) => reply.redirect(paths.signInStaff, 303));

  async function leave(
    request: FastifyRequest,
    reply: FastifyReply,
    leaving: { readonly next: string; readonly again: boolean },
  ) {
    const late = await app.limits.codes(request, reply);
    if (late) return showStaff(request, reply, formRefused(request.visit.locale, {}, late), 429);
    try {
      const { url, step } = await leaveForProvider(ctx, redirectUri, leaving);
      reply.setCookie(STEP_COOKIE, step, {
        path: paths.signIn,
        httpOnly: true,
        // The provider leads back from its own address; the cookie goes along with that one step.
        sameSite: 'lax',
        secure: ctx.config.publicUrl.startsWith('https:'),
        maxAge: STEP_S,
      });
      return await reply.redirect(url, 303);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return showStaff(request, reply, formRefused(request.visit.locale, {}, error.refusal), 422);
    }
  }

  async function showStaff(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    status: number,
    next: string | undefined = undefined,
  ) {
    const [origin = ''] = relyingParty(ctx).origins;
    const href = next ? `${paths.signInProvider}?next=${encodeURIComponent(next)}` : paths.signInProvider;
    const provider = ctx.staffIdentity && { name: ctx.staffIdentity.name, href };
    return show(web, request, reply, 'staffSignIn', { form, next: next ?? null, origin, provider }, status);
  }
}

/** What a ceremony begins with, for the script that asks the device; a refusal in words that it can show. */
export async function answerBegun(request: FastifyRequest, reply: FastifyReply, begin: () => Promise<unknown>) {
  const { locale } = request.visit;
  const late = await request.server.limits.codes(request, reply);
  if (late) return reply.code(429).send({ detail: refusalWords(locale, late) });
  try {
    return await reply.send(await begin());
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return reply.code(422).send({ detail: refusalWords(locale, error.refusal) });
  }
}
