import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../app/asker.ts';
import type { AppContext } from '../../app/context.ts';
import { maskedNumbers } from '../../app/desk/masked.ts';
import type { Member } from '../../app/organisations/appointments.ts';
import { endAppointment, listMembers, offerAppointment } from '../../app/organisations/appointments.ts';
import type { OrganisationNumber } from '../../app/organisations/list-numbers.ts';
import { listOrganisationNumbers } from '../../app/organisations/list-numbers.ts';
import type { Opened } from '../../app/organisations/open-cases.ts';
import { CASES_AT_ONCE, openCases } from '../../app/organisations/open-cases.ts';
import { requireOrganisation } from '../../app/organisations/own-organisation.ts';
import type { ReasonCode } from '../../domain/flags/words.ts';
import { REASON_CODES } from '../../domain/flags/words.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { MEMBER_ROLES } from '../../domain/organisations/member.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatDayOf, formatPhone } from '../../platform/locale.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../form.ts';
import { paths } from '../paths.ts';
import { listOf } from '../present/frame.ts';
import type { Web } from '../render.ts';
import { requireActor, show } from '../visit.ts';
import { askerOf, freshFormKey } from './asking.ts';

/** An organisation's numbers, many cases by one form, and who acts for it. */
export function addOrganisationRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.organisation, (request, reply) => showNumbers(request, reply, EMPTY_FORM));
  app.get(paths.organisationCases, async (_request, reply) => reply.redirect(paths.organisation, 303));

  app.post(paths.organisationCases, async (request, reply) => {
    const typed = readForm(request);
    const { locale } = request.visit;
    requireActor(request);
    try {
      const asker = askerOf(request, typed);
      const ticked = (typed.number_ids ?? '').split(',').filter((one) => one !== '');
      const numberIds = typed.whole === 'yes' ? await withoutCase(ctx, asker) : ticked;
      const opened = await openCases(ctx, asker, { numberIds, statement: typed.statement ?? '' });
      const numbers = await maskedNumbers(
        ctx,
        opened.flatMap((one) => (one.caseId ? [one.numberId] : [])),
      );
      const belonging = await requireOrganisation(ctx, asker);
      const rows = opened.map((one) => resultOf(locale, one, numbers.get(one.numberId)));
      const props = { owner: belonging.role === 'owner', opened: opened.filter((one) => one.caseId).length, rows };
      return await show(web, request, reply, 'organisationResult', props);
    } catch (error) {
      return showNumbers(request, reply, refusedForm(locale, typed, error), 422);
    }
  });

  app.get(paths.organisationMembers, (request, reply) => showMembers(request, reply, EMPTY_FORM));

  app.post(paths.organisationMembers, async (request, reply) => {
    const typed = readForm(request);
    const asker = askerOf(request, typed);
    try {
      const role = MEMBER_ROLES.find((one) => one === typed.role) ?? 'clerk';
      const code = await offerAppointment(ctx, asker, { role, days: Number(typed.days ?? '') });
      return await showMembers(request, reply, EMPTY_FORM, 200, code);
    } catch (error) {
      return showMembers(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.get(paths.organisationMemberEnd(':appointmentId'), async (_request, reply) =>
    reply.redirect(paths.organisationMembers, 303),
  );

  app.post<{ Params: { appointmentId: string } }>(
    paths.organisationMemberEnd(':appointmentId'),
    async (request, reply) => {
      const asker = askerOf(request, readForm(request));
      await endAppointment(ctx, asker, request.params.appointmentId);
      return reply.redirect(`${paths.organisationMembers}?done=ended`, 303);
    },
  );

  async function showNumbers(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    requireActor(request);
    const { locale } = request.visit;
    const { cursor, all } = request.query as Typed;
    const flagged = all === undefined;
    const asker = askerOf(request);
    const { role } = await requireOrganisation(ctx, asker);
    const { items, next } = await listOrganisationNumbers(ctx, asker, { cursor, flagged, limit: CASES_AT_ONCE });
    const props = {
      rows: items.map((one) => rowOf(locale, one)),
      flagged,
      next,
      owner: role === 'owner',
      done: doneIn(request),
      form,
      formKey: freshFormKey(ctx),
    };
    return show(web, request, reply, 'organisation', props, status);
  }

  async function showMembers(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    status = 200,
    code: string | null = null,
  ) {
    requireActor(request);
    const { locale, now } = request.visit;
    const members = await listMembers(ctx, askerOf(request));
    const props = {
      members: members.map((one) => memberOf(locale, one, now)),
      roles: MEMBER_ROLES.map((value) => ({ value, label: t(locale, `organisation.role.${value}`) })),
      code,
      done: doneIn(request),
      form,
    };
    return show(web, request, reply, 'members', props, status);
  }
}

/** The flagged numbers that nobody appeals for yet, as many as one form may take. */
async function withoutCase(ctx: AppContext, asker: Asker): Promise<string[]> {
  const { items } = await listOrganisationNumbers(ctx, asker, { flagged: true, limit: CASES_AT_ONCE });
  return items.filter(({ cases }) => cases.length === 0).map(({ numberId }) => numberId);
}

function doneIn(request: FastifyRequest): string | null {
  const { done } = request.query as Typed;
  return done ? (findText(request.visit.locale, `organisation.done.${done}`) ?? null) : null;
}

function rowOf(locale: Locale, { numberId, mobileNumber, flags, cases }: OrganisationNumber) {
  const codes = flags.map(({ code }) => t(locale, `cause.${REASON_CODES[code as ReasonCode].cause}`));
  return {
    id: numberId,
    number: mobileNumber ? formatPhone(maskMobile(mobileNumber)) : '···',
    marks: codes.length === 0 ? t(locale, 'organisation.fine') : listOf(locale, codes),
    cases: cases.map(({ caseId, reference, status }) => ({
      href: paths.case(caseId),
      reference,
      status,
    })),
  };
}

function resultOf(locale: Locale, { numberId, caseId, reference, code }: Opened, masked: string | undefined) {
  return {
    id: numberId,
    number: masked ? formatPhone(masked) : numberId.slice(-4).padStart(7, '·'),
    href: caseId && paths.case(caseId),
    said:
      code === null
        ? t(locale, 'organisation.result_done', { reference: reference ?? '' })
        : refusalWords(locale, refusal(code)),
  };
}

function memberOf(locale: Locale, one: Member, now: Instant) {
  const until = one.untilAt;
  const lapsed = one.acceptedAt === null && one.expiresAt < now;
  const over = one.endedAt !== null || lapsed || (until !== null && until < now);
  const state = one.endedAt
    ? t(locale, 'organisation.ended')
    : lapsed
      ? t(locale, 'organisation.lapsed')
      : until === null
        ? t(locale, 'organisation.waiting')
        : t(locale, 'organisation.live', { until: formatDayOf(locale, until, now) });
  return {
    id: one.appointmentId,
    name: one.name ?? t(locale, 'organisation.nobody'),
    role: t(locale, `organisation.role.${one.memberRole}`),
    state,
    mayEnd: !over,
  };
}
