import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { beginEnrolling, enrolPasskey, enrolTotp, offerTotp, readInvitation } from '../../app/sign-in/enrol.ts';
import { relyingParty } from '../../app/sign-in/passkey.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { FormState } from '../form.ts';
import { EMPTY_FORM, formRefused, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { deviceOf, enter, guarded, homeOf, type Refuse, setVisit } from './sign-in.ts';
import { answerBegun } from './sign-in-staff.ts';

type ByName = { Params: { name: string } };

/** Where an invitation leads: somebody of the staff sets up a way to sign in, once. */
export function addEnrolRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get<ByName>(paths.enrol(':name'), (request, reply) => showChoice(request, reply, request.params.name));
  app.get<ByName>(paths.enrolApp(':name'), (request, reply) => showApp(request, reply, request.params.name));
  for (const path of [paths.enrolPasskey(':name'), paths.enrolPasskeyOptions(':name')])
    app.get<ByName>(path, async (request, reply) => reply.redirect(paths.enrol(request.params.name), 303));

  app.post<ByName>(paths.enrolApp(':name'), async (request, reply) => {
    const typed = readForm(request);
    const { name } = request.params;
    const again: Refuse = (form, status) => showApp(request, reply, name, form, status);
    return guarded(request, reply, typed, again, async () => {
      const { locale } = request.visit;
      const device = deviceOf(request) ?? '';
      const visit = await enrolTotp(ctx, name, typed.totp ?? '', device);
      await setVisit(ctx, request, reply, visit.token);
      return show(web, request, reply, 'shownOnce', {
        title: t(locale, 'enrol.code_title'),
        lead: t(locale, 'enrol.code_lead'),
        code: visit.staffCode,
        next: { href: homeOf(visit.actor), label: t(locale, 'enrol.code_next') },
      });
    });
  });

  app.post<ByName>(paths.enrolPasskeyOptions(':name'), async (request, reply) => {
    readForm(request);
    return answerBegun(request, reply, () => beginEnrolling(ctx, request.params.name));
  });

  app.post<ByName>(paths.enrolPasskey(':name'), async (request, reply) => {
    const { response = '', ...typed } = readForm(request);
    const { name } = request.params;
    const again: Refuse = (form, status) => showChoice(request, reply, name, form, status);
    return guarded(request, reply, typed, again, async () => {
      const device = deviceOf(request) ?? '?';
      const visit = await enrolPasskey(ctx, name, { step: typed.step ?? '', response, device });
      return enter(ctx, request, reply, visit, undefined);
    });
  });

  async function showChoice(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    form: FormState = EMPTY_FORM,
    status = 200,
  ) {
    return whileValid(request, reply, async () => {
      const { displayName } = await readInvitation(ctx, name);
      const [origin = ''] = relyingParty(ctx).origins;
      return show(web, request, reply, 'enrol', { name: displayName, invitation: name, origin, form }, status);
    });
  }

  async function showApp(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    form: FormState = EMPTY_FORM,
    status = 200,
  ) {
    return whileValid(request, reply, async () => {
      const offered = await offerTotp(ctx, name);
      return show(web, request, reply, 'enrolApp', { invitation: name, ...offered, form }, status);
    });
  }

  /** Whoever tries out names of invitations is counted, and told the same about each. */
  async function whileValid(request: FastifyRequest, reply: FastifyReply, draw: () => Promise<unknown>) {
    const { locale } = request.visit;
    try {
      return await draw();
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const late = await app.limits.codes(request, reply);
      const { form: body = '' } = formRefused(locale, {}, late ?? error.refusal).errors;
      const action = { label: t(locale, 'page.to_start'), href: paths.home };
      const title = t(locale, 'page.not_found');
      return show(
        web,
        request,
        reply,
        'message',
        { title, body: body || refusalWords(locale, error.refusal), action },
        late ? 429 : 404,
      );
    }
  }
}
