import { Type } from 'typebox';
import { reportNumber } from '../../app/numbers/report-number.ts';
import { FUNCTIONS, REASON_CODES, type ReasonCode } from '../../domain/flags/words.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';
import { Code, choice, input, MobileInput, MomentInput } from '../schemas/parts.ts';

const FlagInput = Type.Object(
  {
    code: choice(Object.keys(REASON_CODES) as ReasonCode[]),
    functions: Type.Array(choice(FUNCTIONS), { maxItems: FUNCTIONS.length }),
    since: MomentInput,
    body: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);

export const reportNumberEndpoint = endpoint({
  method: 'POST',
  path: '/reports',
  tag: 'numbers',
  summary: '自己登记号码 / Tell of a number whose carrier is not connected',
  description:
    'Opens a line of the person’s own, which nobody else sees, with the marks they know of, and a case they keep themselves.',
  who: ['subscriber'],
  body: input(
    {
      mobile_number: MobileInput,
      carrier_id: Code,
      province: Type.String({ pattern: '^CN(-[A-Z]{2})?$', description: 'ISO 3166-2, or CN where nobody knows' }),
      holder: Type.Boolean({ description: 'Whether the person is the registered holder' }),
      opened_at: MomentInput,
      flags: Type.Array(FlagInput, { minItems: 1, maxItems: 20 }),
      statement: Type.String({ maxLength: 4000 }),
    },
    [
      {
        mobile_number: '13800138000',
        carrier_id: 'china-mobile',
        province: 'CN-JS',
        holder: true,
        opened_at: '2024-05-01T09:00:00+08:00',
        flags: [{ code: 'D1', functions: ['voice_out'], since: '2026-11-20T09:00:00+08:00', body: '' }],
        statement: '',
      },
    ],
  ),
  status: 201,
  reply: CaseSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body, reply }) => {
    const flags = body.flags.map((flag, at) => ({ ...flag, since: readInstant(flag.since, `/flags/${at}/since`) }));
    const view = await reportNumber(ctx, asker, {
      mobileNumber: body.mobile_number,
      carrierId: body.carrier_id,
      province: body.province,
      holder: body.holder,
      openedAt: readInstant(body.opened_at, '/opened_at'),
      flags,
      statement: body.statement,
    });
    reply.header('location', `/api/v1/cases/${view.caseFile.caseId}`);
    return caseReply(view);
  },
});
