import { Type } from 'typebox';
import { comeBackEarly, goAway, listMyAbsences } from '../../app/assignment/absences.ts';
import { takeNext } from '../../app/assignment/take-next.ts';
import { viewTeam } from '../../app/assignment/team.ts';
import { endpoint } from '../endpoint.ts';
import { readInstant } from '../instants.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';
import { Code, Id, input, Moment, MomentInput, nullable } from '../schemas/parts.ts';

const STAFF = ['agent', 'reviewer', 'policy_owner', 'auditor', 'officer'] as const;
const WORKERS = ['agent', 'reviewer', 'officer'] as const;

const Away = Type.Object({
  absence_id: Id,
  actor_id: Id,
  from_at: Moment,
  until_at: Moment,
  deputy_id: nullable(Id),
});

const Count = Type.Integer({ minimum: 0 });

export const viewTeamEndpoint = endpoint({
  method: 'GET',
  path: '/team',
  tag: 'team',
  summary: '谁在办多少 / What everybody of my house has on their hands, and what nobody has',
  description:
    'The first item, without `actor_id`, counts what nobody works on. Open cases by lawful time left (`late` to `later`, `undated` where no clock binds the house) and by time since they were opened (`age_week` to `age_more`: under 7, 15, 30 days and more).',
  who: STAFF,
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        actor_id: nullable(Id),
        name: nullable(Type.String()),
        role: nullable(Type.String()),
        gone: Type.Boolean({ description: 'Works here no longer, though cases are still in their name' }),
        cases: Count,
        late: Count,
        within_day: Count,
        within_three: Count,
        within_week: Count,
        later: Count,
        undated: Count,
        age_week: Count,
        age_half_month: Count,
        age_month: Count,
        age_more: Count,
        oldest: nullable(Moment),
        next_due: nullable(Moment),
        away_until: nullable(Moment),
        deputy_id: nullable(Id),
        next_away_from: nullable(Moment),
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({
    items: (await viewTeam(ctx, asker)).map(({ actorId, name, role, gone, load, absence, nextAbsence }) => {
      const away = { awayUntil: absence?.untilAt ?? null, deputyId: absence?.deputyId ?? null };
      return { actorId, name, role, gone, ...load, ...away, nextAwayFrom: nextAbsence?.fromAt ?? null };
    }),
  }),
});

export const takeNextEndpoint = endpoint({
  method: 'POST',
  path: '/queue/next',
  tag: 'team',
  summary: '接手最急的一件 / Take on the most pressing case that waits for somebody like me',
  description:
    'Two who ask at once get two cases; each further call under another key takes another. `case` is null when there is none.',
  who: WORKERS,
  status: 200,
  reply: Type.Object({ case: Type.Union([CaseSchema, Type.Null()]) }),
  refusals: [403, 409],
  run: async ({ ctx, asker }) => {
    const view = await takeNext(ctx, asker);
    return { case: view && caseReply(view) };
  },
});

export const listAbsencesEndpoint = endpoint({
  method: 'GET',
  path: '/me/absences',
  tag: 'team',
  summary: '我的请假 / When I am away',
  who: STAFF,
  status: 200,
  reply: Type.Object({ items: Type.Array(Away) }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: await listMyAbsences(ctx, asker) }),
});

export const goAwayEndpoint = endpoint({
  method: 'POST',
  path: '/me/absences',
  tag: 'team',
  summary: '请假 / Say when I am away, and who looks after my cases',
  description: 'Said twice in the same words it is one absence.',
  who: STAFF,
  keyless: true,
  body: input({ from: MomentInput, until: MomentInput, deputy_id: Type.Optional(Code) }),
  status: 201,
  reply: Away,
  refusals: [403, 422],
  run: async ({ ctx, asker, body }) =>
    goAway(ctx, asker, {
      from: readInstant(body.from, '/from'),
      until: readInstant(body.until, '/until'),
      deputyId: body.deputy_id ?? null,
    }),
});

export const comeBackEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/absences/:absence_id',
  tag: 'team',
  summary: '销假 / Come back early',
  who: STAFF,
  keyless: true,
  params: Type.Object({ absence_id: Id }),
  status: 204,
  reply: null,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => {
    await comeBackEarly(ctx, asker, params.absence_id);
  },
});
