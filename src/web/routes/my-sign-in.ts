import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { listMyOpenNumbers } from '../../app/holder/my-open-numbers.ts';
import { confirmBinding, renewReturnCode, sendBindingCode } from '../../app/sign-in/my-sign-in.ts';
import { beginAdding, finishAdding, forgetPasskey, relyingParty } from '../../app/sign-in/passkey.ts';
import { putActAside } from '../../app/sign-in/prove.ts';
import { endMyOtherSessions, endMySession, listMySessions } from '../../app/sign-in/sessions.ts';
import { objectUnproved } from '../../app/sign-in/step-up.ts';
import { findWays } from '../../app/sign-in/ways.ts';
import { findText, t } from '../../locales/index.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { mySignInPage } from '../present/my-sign-in.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf } from './asking.ts';
import { deviceOf, guarded, homeOf, type Refuse } from './sign-in.ts';
import { answerBegun } from './sign-in-staff.ts';

/** Where one is signed in, and by what one comes back. */
export function addMySignInRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.mySignIn, (request, reply) => showMine(request, reply));

  app.post(paths.mySignInEnd, async (request, reply) => {
    const typed = readForm(request);
    await endMySession(ctx, askerOf(request, typed), typed.session ?? '');
    return reply.redirect(`${paths.mySignIn}?done=ended`, 303);
  });

  app.post(paths.mySignInEndOthers, async (request, reply) => {
    const typed = readForm(request);
    await endMyOtherSessions(ctx, askerOf(request, typed), request.visit.session?.sessionId ?? '');
    return reply.redirect(`${paths.mySignIn}?done=ended`, 303);
  });

  app.post(paths.mySignInBind, async (request, reply) => {
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    return guarded(request, reply, typed, again(request, reply), async () => {
      const { locale } = request.visit;
      const kind = kindOf(typed.kind);
      await sendBindingCode(ctx, asker, { kind, typed: addressIn(typed), locale });
      return showSent(request, reply, { typed: { kind, [fieldOf(kind)]: addressIn(typed) }, errors: {} });
    });
  });

  app.post(paths.mySignInBindCode, async (request, reply) => {
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    const refuse: Refuse = (form, status) => showSent(request, reply, form, status);
    return guarded(request, reply, typed, refuse, async () => {
      await confirmBinding(ctx, asker, { kind: kindOf(typed.kind), typed: addressIn(typed), code: typed.code ?? '' });
      return reply.redirect(`${paths.mySignIn}?done=bound`, 303);
    });
  });

  app.post(paths.mySignInReturnCode, async (request, reply) => {
    const asker = askerOf(request, readForm(request));
    // Staff have a code that goes with their app; that one an operator renews.
    if (asker.actor.personId === null) return reply.redirect(paths.mySignIn, 303);
    const { locale } = request.visit;
    return show(web, request, reply, 'shownOnce', {
      title: t(locale, 'mysignin.code_new'),
      lead: t(locale, 'code.lead'),
      code: await renewReturnCode(ctx, asker),
      next: { href: paths.mySignIn, label: t(locale, 'mysignin.title') },
    });
  });

  app.post(paths.mySignInPasskeyOptions, async (request, reply) => {
    readForm(request);
    const actor = requireActor(request);
    // The script cannot show a page: it is told where to go, and the person comes back here.
    if (objectUnproved(ctx, askerOf(request), 'change_sign_in')) {
      const name = await putActAside(ctx, actor, { path: paths.mySignIn, fields: null });
      return reply.code(403).send({ go: `${paths.prove}?act=${name}` });
    }
    return answerBegun(request, reply, () => beginAdding(ctx, actor, request.visit.name ?? ''));
  });

  app.post(paths.mySignInPasskey, async (request, reply) => {
    const { response = '', ...typed } = readForm(request);
    const actor = requireActor(request);
    return guarded(request, reply, typed, again(request, reply), async () => {
      const device = deviceOf(request) ?? t(request.visit.locale, 'mysignin.unknown_device');
      await finishAdding(ctx, actor, { step: typed.step ?? '', response, device });
      return reply.redirect(`${paths.mySignIn}?done=passkey`, 303);
    });
  });

  app.post(paths.mySignInForget, async (request, reply) => {
    const typed = readForm(request);
    await forgetPasskey(ctx, askerOf(request, typed), typed.passkey ?? '');
    return reply.redirect(`${paths.mySignIn}?done=forgotten`, 303);
  });

  for (const path of [
    paths.mySignInEnd,
    paths.mySignInEndOthers,
    paths.mySignInBind,
    paths.mySignInBindCode,
    paths.mySignInReturnCode,
    paths.mySignInPasskey,
    paths.mySignInPasskeyOptions,
    paths.mySignInForget,
  ])
    app.get(path, async (_request, reply) => reply.redirect(paths.mySignIn, 303));

  function again(request: FastifyRequest, reply: FastifyReply): Refuse {
    return (form, status) => showMine(request, reply, form, status);
  }

  async function showSent(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale } = request.visit;
    const kind = kindOf(form.typed.kind);
    const to = addressIn(form.typed);
    const props = {
      title: t(locale, 'mysignin.sent_title'),
      words: t(locale, 'mysignin.sent', { to }),
      back: { href: paths.mySignIn, label: t(locale, 'mysignin.title') },
      action: paths.mySignInBindCode,
      hidden: { kind, [fieldOf(kind)]: to },
      button: t(locale, 'mysignin.bind'),
      form,
    };
    return show(web, request, reply, 'sentCode', props, status);
  }

  async function showMine(request: FastifyRequest, reply: FastifyReply, form: FormState = EMPTY_FORM, status = 200) {
    const actor = requireActor(request);
    const { locale, session } = request.visit;
    const [sessions, ways] = await Promise.all([listMySessions(ctx, askerOf(request)), findWays(ctx, actor)]);
    const lines = actor.personId === null ? [] : await listMyOpenNumbers(ctx, actor);
    const numbers = lines.map(({ numberId, masked }) => ({
      label: t(locale, 'holder.link', { number: masked }),
      href: paths.holder(numberId),
    }));
    const { done } = request.query as { done?: string };
    const [origin = ''] = relyingParty(ctx).origins;
    const props = mySignInPage(locale, {
      sessions,
      ways,
      current: session?.sessionId ?? '',
      isPerson: actor.personId !== null,
      canMail: ctx.mail !== null,
      canText: ctx.config.sms !== null,
    });
    const home = { href: homeOf(actor), label: t(locale, 'layout.back') };
    const said = done === undefined ? null : (findText(locale, `mysignin.done.${done}`) ?? null);
    return show(web, request, reply, 'mySignIn', { ...props, numbers, origin, home, form, done: said }, status);
  }
}

function kindOf(kind: string | undefined): 'mail' | 'sms' {
  return kind === 'mail' ? 'mail' : 'sms';
}

function fieldOf(kind: 'mail' | 'sms'): 'mail' | 'phone' {
  return kind === 'mail' ? 'mail' : 'phone';
}

function addressIn(typed: Readonly<Record<string, string>>): string {
  return typed[fieldOf(kindOf(typed.kind))] ?? '';
}
