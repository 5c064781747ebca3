import { expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body, Reply } from '../support/client.ts';
import { PNG } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';
const LOOKERS = [COURIER, 'zhou-min', 'zhao-lei', 'qian-feng', 'zheng-jie', 'qinghe-systems'];
const OFFICER = 'fang-min';
/** Of the body that has the case, and of another. */
const OFFICERS = [OFFICER, 'luo-xia'];

/** To whom each would hand a case over; who is alone there has only themselves. */
const COLLEAGUES: Record<string, string> = { 'zhao-lei': 'zhou-min', 'fang-min': 'gu-yan', 'luo-xia': 'luo-xia' };

/** Every act on a case with words that nothing but state and relation can refuse. */
const CASE_ACTS: Record<string, { path: string; body?: (caseFile: Body, looker: string) => object }> = {
  submit: { path: 'submit' },
  start_review: { path: 'start-review' },
  add_evidence: { path: 'evidence' },
  say: { path: 'messages', body: () => ({ words: '您好' }) },
  ask_material: { path: 'material-requests', body: () => ({ materials: ['work_proof'], words: '请补。' }) },
  ask_precheck: { path: 'prechecks', body: () => ({ papers: ['id_card'] }) },
  answer_precheck: {
    path: 'precheck-answer',
    body: () => ({ enough: true, papers: [{ material: 'id_card', result: 'good', words: '' }] }),
  },
  give_material: { path: 'material', body: () => ({ words: '齐了' }) },
  decide: {
    path: 'decision',
    body: (caseFile) => ({
      finding: 'misjudged',
      lift_flag_ids: activeFlags(caseFile),
      rule_relied: 'AF-32c',
      words: '误判。',
    }),
  },
  order_lift: { path: 'lift-order' },
  restate: { path: 'statement', body: () => ({ statement: '我是快递员。' }) },
  withdraw: { path: 'withdrawal' },
  confirm_back: { path: 'service-back' },
  report_not_back: { path: 'service-not-back', body: () => ({ words: '还是不通' }) },
  escalate: {
    path: 'escalate',
    body: (caseFile) => ({
      authority_id: caseFile.status === 'submitted' ? 'consumers-cq' : 'appeals-zj',
      accepted_elsewhere: false,
      words: '',
    }),
  },
  accept: { path: 'accept' },
  decline: { path: 'decline', body: () => ({ ground: 'papers_missing', words: '请补工单号。' }) },
  ask_carrier: { path: 'ask-carrier', body: () => ({ words: '请说明。' }) },
  answer_authority: { path: 'answer-authority', body: () => ({ words: '已核实。' }) },
  mediate: { path: 'mediate' },
  settle: {
    path: 'settle',
    body: (caseFile) => ({ lift_flag_ids: activeFlags(caseFile), words: '双方同意恢复。' }),
  },
  end_unsettled: { path: 'end-unsettled', body: () => ({ words: '双方没有达成一致。' }) },
  claim: { path: 'claim' },
  take_over: { path: 'take-over' },
  release: { path: 'release' },
  hand_over: { path: 'hand-over', body: (_, looker) => ({ to: COLLEAGUES[looker] ?? 'zhao-lei' }) },
};

function activeFlags(caseFile: Body): string[] {
  return caseFile.flags
    .filter((flag: { status: string }) => flag.status === 'active')
    .map((flag: { flag_id: string }) => flag.flag_id);
}

/** Whoever was not given the case finds none, whatever the act. */
async function refusedAll(looker: string, caseId: string): Promise<void> {
  const caseFile = done(await app.as(COURIER).get(`/cases/${caseId}`), 200);
  expect(caseFile.handed_to).not.toContain(looker === OFFICER ? 'appeals-zj' : 'consumers-zj');
  for (const { path, body } of Object.values(CASE_ACTS)) {
    if (path === 'evidence') continue;
    expect((await app.as(looker).post(`/cases/${caseId}/${path}`, body?.(caseFile, looker))).status, path).toBe(404);
  }
}

type Stage = { readonly name: string; readonly reach: () => Promise<string> };

async function flagged(): Promise<string> {
  return lives.suspected((await lives.line()).mobile);
}

async function reviewed(): Promise<Body> {
  return lives.inReview(await flagged());
}

async function restored(): Promise<Body> {
  const decided = done(await lives.grants(await reviewed()), 200);
  await lives.confirmAll(decided.lifts[0].lift_id);
  return decided;
}

const STAGES: readonly Stage[] = [
  {
    name: 'a draft',
    reach: async () =>
      done(await app.as(COURIER).post('/cases', { flag_ids: [await flagged()], remedy: 'appeal', statement: '' }), 201)
        .case_id,
  },
  { name: 'a submitted case', reach: async () => (await lives.appealed(await flagged())).case_id },
  { name: 'a case in review', reach: async () => (await reviewed()).case_id },
  {
    name: 'a case in review that an agent works on',
    reach: async () =>
      done(await app.as('zhou-min').post(`/cases/${(await reviewed()).case_id}/take-over`), 200).case_id,
  },
  {
    name: 'a case in review that a reviewer works on',
    reach: async () => (await reviewed()).case_id,
  },
  {
    name: 'a file that an officer works on',
    reach: async () =>
      done(await app.as('gu-yan').post(`/cases/${(await lives.accepted(await flagged())).case_id}/claim`), 200).case_id,
  },
  {
    name: 'a case that waits for papers',
    reach: async () => {
      const { case_id } = await reviewed();
      return done(
        await app.as('zhou-min').post(`/cases/${case_id}/material-requests`, { materials: ['work_proof'], words: '' }),
        200,
      ).case_id;
    },
  },
  {
    name: 'a refused case',
    reach: async () => (await lives.refused(await flagged())).case_id,
  },
  { name: 'a case handed to a body', reach: async () => (await lives.escalated(await flagged())).case_id },
  { name: 'a case that a body took on', reach: async () => (await lives.accepted(await flagged())).case_id },
  {
    name: 'a case that a body asks the carrier about',
    reach: async () => {
      const { case_id } = await lives.accepted(await flagged());
      return done(await app.as(OFFICER).post(`/cases/${case_id}/ask-carrier`, { words: '请说明。' }), 200).case_id;
    },
  },
  {
    name: 'a case in mediation',
    reach: async () => {
      const { case_id } = await lives.accepted(await flagged());
      return done(await app.as(OFFICER).post(`/cases/${case_id}/mediate`), 200).case_id;
    },
  },
  {
    name: 'a case that a body declined',
    reach: async () => {
      const { case_id } = await lives.escalated(await flagged());
      const declining = { ground: 'papers_missing', words: '请补工单号。' };
      return done(await app.as(OFFICER).post(`/cases/${case_id}/decline`, declining), 200).case_id;
    },
  },
  {
    name: 'a case in Chongqing before the carrier has answered',
    reach: async () => {
      const { mobile } = await lives.line(COURIER, 'CN-CQ');
      return (await lives.appealed(await lives.suspected(mobile))).case_id;
    },
  },
  {
    name: 'a case whose lift is under way',
    reach: async () => done(await lives.grants(await reviewed()), 200).case_id,
  },
  { name: 'a restored case', reach: async () => (await restored()).case_id },
  {
    name: 'a closed case',
    reach: async () =>
      done(await app.as(COURIER).post(`/cases/${(await restored()).case_id}/service-back`), 200).case_id,
  },
  {
    name: 'a reopened case',
    reach: async () =>
      done(await app.as(COURIER).post(`/cases/${(await restored()).case_id}/service-not-back`, { words: '不通' }), 200)
        .case_id,
  },
];

/** What is accepted changes the case, so the next act is tried on a fresh one; a refusal leaves it as it was. */
it.each(STAGES.map((stage) => [stage.name, stage] as const))(
  'on %s exactly what is offered is accepted',
  async (_, stage) => {
    let caseId = await stage.reach();
    for (const looker of [...LOOKERS, ...OFFICERS]) {
      const client = app.as(looker);
      const seen = await client.get(`/cases/${caseId}`);
      if (OFFICERS.includes(looker) && seen.status === 404) {
        await refusedAll(looker, caseId);
        continue;
      }
      const { actions } = done(seen, 200);
      const accepted: Body[] = [];
      for (const [act, { path, body }] of Object.entries(CASE_ACTS)) {
        const before = done(await client.get(`/cases/${caseId}`), 200);
        const href = `/api/v1/cases/${caseId}/${path}`;
        const { status, body: answer }: Reply =
          act === 'add_evidence'
            ? await client.upload(href, { bytes: PNG, name: 'a.png' })
            : await client.post(href, body?.(before, looker));
        if (status < 300) {
          expect(before.actions).toContainEqual({ act, method: 'POST', href });
          accepted.push(act);
          caseId = await stage.reach();
        } else {
          expect([403, 409], `${looker} ${act}: ${JSON.stringify(answer)}`).toContain(status);
        }
      }
      expect(accepted.toSorted(), looker).toEqual(actions.map((action: Body) => action.act).toSorted());
    }
  },
);

it('on a flag, a lift and a number likewise', async () => {
  const { mobile, numberId } = await lives.line();
  const standing = done(await app.as('qinghe-systems').get(`/numbers/${numberId}/standing`), 200);
  expect(standing.actions.map((one: Body) => one.act)).toEqual(['record_fact', 'close_line', 'place_flag']);
  const flagId = await lives.suspected(mobile);
  for (const looker of LOOKERS) {
    const { actions } = done(await app.as(looker).get(`/flags/${flagId}`), 200);
    expect(actions).toEqual(looker === COURIER ? [{ act: 'open_case', method: 'POST', href: '/api/v1/cases' }] : []);
  }
  const decided = done(await lives.grants(await lives.inReview(flagId)), 200);
  expect(done(await app.as(COURIER).get(`/flags/${flagId}`), 200).actions).toEqual([]);
  const { lift_id: liftId } = decided.lifts[0];
  expect(done(await app.as('qinghe-systems').get(`/lifts/${liftId}`), 200).actions).toEqual([
    { act: 'confirm', method: 'POST', href: `/api/v1/lifts/${liftId}/confirmations` },
    { act: 'fail', method: 'POST', href: `/api/v1/lifts/${liftId}/failures` },
  ]);
  await lives.confirmAll(liftId);
  expect(done(await app.as('qinghe-systems').get(`/lifts/${liftId}`), 200).actions).toEqual([]);
  expect(
    (await app.as('qinghe-systems').post(`/lifts/${liftId}/failures`, { system: 'switch', code: 'x' })).body,
  ).toMatchObject({ status: 409, code: 'lift.not_in_flight' });
});
