import { Type } from 'typebox';
import { endAppointment, listMembers, offerAppointment } from '../../app/organisations/appointments.ts';
import { listOrganisationNumbers } from '../../app/organisations/list-numbers.ts';
import { CASES_AT_ONCE, openCases } from '../../app/organisations/open-cases.ts';
import { MEMBER_ROLES } from '../../domain/organisations/member.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, Moment, nullable, PageQuery, page, Words } from '../schemas/parts.ts';

const WHO = ['subscriber', 'representative'] as const;

export const listOrganisationNumbersEndpoint = endpoint({
  method: 'GET',
  path: '/organisation/numbers',
  tag: 'organisation',
  summary: '单位名下的号码 / The numbers of my organisation, with what stands on each',
  description:
    'For the organisation’s own account all that it holds; for who acts for it those that a live mandate names.',
  who: WHO,
  query: Type.Object({ ...PageQuery, flagged: Type.Optional(Type.Boolean()) }),
  status: 200,
  reply: page(
    Type.Object({
      number_id: Id,
      mobile_number: nullable(Type.String()),
      flags: Type.Array(Type.Object({ flag_id: Id, code: Type.String(), status: Type.String() })),
      cases: Type.Array(Type.Object({ case_id: Id, reference: Type.String(), status: Type.String() })),
    }),
  ),
  refusals: [403],
  run: async ({ ctx, asker, query }) => listOrganisationNumbers(ctx, asker, query),
});

export const openCasesEndpoint = endpoint({
  method: 'POST',
  path: '/organisation/cases',
  tag: 'organisation',
  summary: '一次为多个号码申诉 / Open and file a case on each of many numbers, with the same words',
  description:
    'Each number gets a case of its own. What is refused on one number is told there by its code and hinders no other. Asks for a fresh proof. Under an `Idempotency-Key` nothing is opened twice.',
  who: WHO,
  body: input({ number_ids: Type.Array(Id, { minItems: 1, maxItems: CASES_AT_ONCE }), statement: Words }),
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        number_id: Id,
        case_id: nullable(Id),
        reference: nullable(Type.String()),
        code: nullable(Type.String()),
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker, body }) => ({
    items: await openCases(ctx, asker, { numberIds: body.number_ids, statement: body.statement }),
  }),
});

export const listMembersEndpoint = endpoint({
  method: 'GET',
  path: '/organisation/members',
  tag: 'organisation',
  summary: '单位的经办人 / Who acts for my organisation, or was asked to',
  who: ['subscriber'],
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        appointment_id: Id,
        member_role: choice(MEMBER_ROLES),
        name: nullable(Type.String()),
        created_at: Moment,
        accepted_at: nullable(Moment),
        until_at: nullable(Moment),
        ended_at: nullable(Moment),
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: await listMembers(ctx, asker) }),
});

export const offerAppointmentEndpoint = endpoint({
  method: 'POST',
  path: '/organisation/members',
  tag: 'organisation',
  summary: '指定经办人 / Appoint somebody; answers the code to hand to them, shown once',
  description:
    'Whoever has an account as a clerk takes it on under `POST /mandates` and gets a mandate on each number, those that come later too. Asks for a fresh proof. No key is kept: each call makes another code.',
  who: ['subscriber'],
  body: input({ role: choice(MEMBER_ROLES), days: Type.Integer({ minimum: 1, maximum: 365 }) }),
  keyless: true,
  status: 201,
  reply: Type.Object({ code: Type.String() }),
  refusals: [403],
  run: async ({ ctx, asker, body }) => ({ code: await offerAppointment(ctx, asker, body) }),
});

export const endAppointmentEndpoint = endpoint({
  method: 'DELETE',
  path: '/organisation/members/:appointment_id',
  tag: 'organisation',
  summary: '收回经办人的授权 / End an appointment: the mandate goes on every number at once',
  who: ['subscriber'],
  params: Type.Object({ appointment_id: Id }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => endAppointment(ctx, asker, params.appointment_id),
});
