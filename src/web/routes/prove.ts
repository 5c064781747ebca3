import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PROOF_MINUTES } from '../../access/step-up.ts';
import type { AppContext } from '../../app/context.ts';
import { finishUsing, relyingParty } from '../../app/sign-in/passkey.ts';
import { findWaitingAct, renewVisit, takeWaitingAct } from '../../app/sign-in/prove.ts';
import { checkTotp } from '../../app/sign-in/totp.ts';
import type { ProofBy } from '../../app/sign-in/visit.ts';
import { checkReturnCode, findWays, sendProofCode, takeProofCode } from '../../app/sign-in/ways.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { t } from '../../locales/index.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { visitToken } from '../visit-cookie.ts';
import { safeNext } from './asking.ts';
import { deviceOf, guarded, type Refuse, setVisit } from './sign-in.ts';

/** Proving once more who one is, and going on with what was waiting for it. */
export function addProveRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.prove, (request, reply) => {
    const { act = '' } = request.query as { act?: string };
    return showProve(request, reply, act);
  });

  app.post(paths.proveDemo, (request, reply) =>
    proveBy(request, reply, 'demo', async () => {
      if (!ctx.config.demo) throw new RefusalError(refusal('access.denied'));
    }),
  );

  app.post(paths.proveTotp, (request, reply) =>
    proveBy(request, reply, 'totp', ({ totp = '' }) => checkTotp(ctx, requireActor(request).id, totp)),
  );

  app.post(paths.proveCode, (request, reply) =>
    proveBy(request, reply, 'return_code', ({ code = '' }) => checkReturnCode(ctx, requireActor(request), code)),
  );

  app.post(paths.provePasskey, (request, reply) =>
    proveBy(request, reply, 'passkey', async ({ step = '', response = '' }) => {
      const actor = await finishUsing(ctx, { step, response });
      if (actor.id !== requireActor(request).id) throw new RefusalError(refusal('account.other_person'));
    }),
  );

  app.post(paths.proveSend, async (request, reply) => {
    const typed = readForm(request);
    const actor = requireActor(request);
    return guarded(request, reply, typed, again(request, reply, typed), async () => {
      const kind = kindOf(typed.kind);
      const to = await sendProofCode(ctx, actor, kind, request.visit.locale);
      return showSent(request, reply, { typed: { act: typed.act ?? '', kind, to }, errors: {} });
    });
  });

  app.post(paths.proveSent, async (request, reply) => {
    const typed = readForm(request);
    const refuse: Refuse = (form, status) => showSent(request, reply, form, status);
    const kind = kindOf(typed.kind);
    return proveTyped(request, reply, { typed, by: kind, refuse }, () =>
      takeProofCode(ctx, requireActor(request), kind, typed.code ?? ''),
    );
  });

  for (const path of [
    paths.proveDemo,
    paths.proveTotp,
    paths.proveCode,
    paths.provePasskey,
    paths.proveSend,
    paths.proveSent,
  ])
    app.get(path, async (_request, reply) => reply.redirect(paths.prove, 303));

  app.get(paths.resume, async (request, reply) => {
    const actor = requireActor(request);
    const { act = '' } = request.query as { act?: string };
    const { locale } = request.visit;
    const waiting = await findWaitingAct(ctx, actor, act);
    if (!waiting) {
      const action = { label: t(locale, 'page.to_start'), href: paths.home };
      const props = { title: t(locale, 'resume.gone'), body: t(locale, 'resume.gone_body'), action };
      return show(web, request, reply, 'message', props, 404);
    }
    const { path, fields } = waiting;
    if (fields === null) {
      await takeWaitingAct(ctx, actor, act);
      return reply.redirect(safeNext(path, paths.home), 303);
    }
    const words = Object.entries(fields).flatMap(([name, text]) =>
      /words|statement/.test(name) && text ? [text] : [],
    );
    return show(web, request, reply, 'resume', { path: safeNext(path, paths.home), fields, words });
  });

  function proveBy(request: FastifyRequest, reply: FastifyReply, by: ProofBy, check: (typed: Typed) => Promise<void>) {
    const typed = readForm(request);
    return proveTyped(request, reply, { typed, by, refuse: again(request, reply, typed) }, () => check(typed));
  }

  async function proveTyped(
    request: FastifyRequest,
    reply: FastifyReply,
    { typed, by, refuse }: { readonly typed: Typed; readonly by: ProofBy; readonly refuse: Refuse },
    check: () => Promise<void>,
  ) {
    const actor = requireActor(request);
    const { response: _, ...short } = typed;
    return guarded(request, reply, short, refuse, async () => {
      await check();
      const token = visitToken(ctx.config, request) ?? '';
      const visit = await renewVisit(ctx, { actor, token, device: deviceOf(request) }, { actorId: actor.id, by });
      await setVisit(ctx, request, reply, visit.token);
      return reply.redirect(`${paths.resume}?act=${encodeURIComponent(typed.act ?? '')}`, 303);
    });
  }

  function again(request: FastifyRequest, reply: FastifyReply, typed: Typed): Refuse {
    return (form, status) => showProve(request, reply, typed.act ?? '', form, status);
  }

  async function showSent(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { locale } = request.visit;
    const { act = '', kind = '', to = '' } = form.typed;
    const props = {
      title: t(locale, 'mysignin.sent_title'),
      words: t(locale, 'prove.sent', { to }),
      back: { href: `${paths.prove}?act=${encodeURIComponent(act)}`, label: t(locale, 'prove.title') },
      action: paths.proveSent,
      hidden: { act, kind, to },
      button: t(locale, 'prove.totp_go'),
      form,
    };
    return show(web, request, reply, 'sentCode', props, status);
  }

  async function showProve(
    request: FastifyRequest,
    reply: FastifyReply,
    act: string,
    form: FormState = EMPTY_FORM,
    status = 200,
  ) {
    const actor = requireActor(request);
    const ways = await findWays(ctx, actor);
    const [origin = ''] = relyingParty(ctx).origins;
    const href = `${paths.proveProvider}?act=${encodeURIComponent(act)}`;
    const provider = ways.provider && ctx.staffIdentity ? { name: ctx.staffIdentity.name, href } : null;
    const { totp, returnCode, mail, phone } = ways;
    const demo = ctx.config.demo ? request.visit.name : null;
    const passkey = ways.passkeys.length > 0;
    const shown = { demo, passkey, totp, provider, returnCode, mail, phone };
    return show(web, request, reply, 'prove', { act, minutes: PROOF_MINUTES, origin, form, ways: shown }, status);
  }
}

function kindOf(kind: string | undefined): 'mail' | 'sms' {
  return kind === 'mail' ? 'mail' : 'sms';
}
