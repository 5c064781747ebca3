import { beforeEach, describe, expect, it } from 'vitest';
import { weighRule } from '../../src/app/learning/weigh-rule.ts';
import { workClasses } from '../../src/app/learning/work-classes.ts';
import { numberOf } from '../../src/domain/journal/thing-id.ts';
import { rebuildNumbers } from '../../src/store/rebuild.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const CARRIER = 'qinghe';
const NAME = { policyId: 'qinghe-service', version: 1, ruleId: 'short-calls' };
const RULE = '/policies/qinghe-service/versions/1/rules/short-calls';
const USAGE = {
  kind: 'usage_observed',
  window_hours: 24,
  calls_out: 180,
  distinct_callees: 150,
  short_call_share: 0.92,
};

/** What the job does that a decision enqueued, as often as somebody likes. */
const weigh = () => weighRule(app.ctx, { carrierId: CARRIER, ...NAME });
const learning = async (): Promise<Body> => done(await app.as('zheng-jie').get(`${RULE}/learning`), 200);
const flagged = async (holder = 'lin-xiaoyu', province = 'CN-ZJ') =>
  await lives.suspected((await lives.line(holder, province)).mobile);
async function overturned(holder?: string): Promise<string> {
  const flagId = await flagged(holder);
  done(await lives.grants(await lives.inReview(flagId)), 200);
  return flagId;
}

/** Back to a rule in use, so that each test begins its own run of the sequential test. */
beforeEach(async () => {
  const { paused } = await learning();
  if (paused) done(await app.as('qinghe-policy').post(`${RULE}/resumption`, { ground: '测试重新开始' }), 200);
  app.clock.advance(60_000);
  for (const { class_id, status } of done(await app.as('zhao-lei').get('/classes'), 200).items)
    if (status === 'open') {
      const dropped = { rule_relied: 'AF-32c', words: '测试重新开始' };
      done(await app.as('zhao-lei').post(`/classes/${class_id}/dropping`, dropped), 200);
    }
});

/** Five overturns in a row, which no tolerable rule hands out. */
async function foundBad(): Promise<void> {
  for (let n = 0; n < 5; n += 1) await overturned();
  await weigh();
}

async function theClass(): Promise<Body> {
  const { classes } = await learning();
  return done(await app.as('zhao-lei').get(`/classes/${classes[0].class_id}`), 200);
}

const DECISION = { rule_relied: 'AF-32c', words: '规则把送货电话当成了骚扰电话。' };

describe('story J: one rule is bad', () => {
  it('goes from overturns to a pause, a class, a common decision, people told, and the authority told', async () => {
    const silent = [await flagged('wang-jianguo'), await flagged('chen-guilan', 'CN-HN')];
    const refused = await flagged();
    await lives.refused(refused);
    const before = await learning();
    await foundBad();

    const after = await learning();
    expect(after).toMatchObject({ paused: true, in_force: true, tally: { decided: before.tally.decided + 5 } });
    expect(after.pauses[0]).toMatchObject({ because: 'test', paused_by: 'qingbiao', ended_at: null });
    expect(after.pauses[0].figures.log10_doubt).toBeGreaterThanOrEqual(2);

    const published = done(await app.as(null).get('/published-policies/qinghe-service/versions/1'), 200);
    expect(published.learned.find((rule: Body) => rule.rule_id === NAME.ruleId)).toEqual({
      rule_id: NAME.ruleId,
      paused: true,
      decided: after.decided,
      overturned: after.overturned,
    });
    expect(published.learned.find((rule: Body) => rule.rule_id === 'arrears-30')).toMatchObject({ decided: null });

    // A fact that would have flagged goes to a human, once.
    const { mobile } = await lives.line();
    expect(done(await lives.fact(mobile, USAGE), 201).flag_ids).toEqual([]);
    const waiting = done(await app.as('zhou-min').get('/attention'), 200).items;
    expect(waiting.map(({ kind, detail }: Body) => [kind, detail])).toContainEqual(['rule_paused', 'short-calls']);

    const opened = await theClass();
    expect(opened).toMatchObject({ status: 'open', because: 'test', untold: ['CN-HN'] });
    const { items } = done(await app.as('zhao-lei').get(`/classes/${opened.class_id}/flags`), 200);
    expect(items.map((item: Body) => item.flag_id)).toEqual(expect.arrayContaining([...silent, refused]));
    expect(JSON.stringify(items)).not.toMatch(/\+86|1540\d{7}/);
    expect(items.find((item: Body) => item.flag_id === refused)).toMatchObject({
      case_status: 'refused',
      objection: 'case.decider_cannot_decide_again',
    });
    expect(items.find((item: Body) => item.flag_id === silent[0])).toMatchObject({ objection: null });

    // Zhao refused one of them, so that one waits for another reviewer.
    const decision = { ...DECISION, seen: opened.counts.waiting };
    expect(done(await app.as('zhao-lei').post(`/classes/${opened.class_id}/decision`, decision), 202).status).toBe(
      'working',
    );
    await workClasses(app.ctx);
    const half = await theClass();
    expect(half).toMatchObject({ status: 'open', counts: { waiting: 1 } });
    const left = done(await app.as('zhao-lei').get(`/classes/${opened.class_id}/flags?status=waiting`), 200).items;
    expect(left).toMatchObject([{ flag_id: refused, code: 'case.decider_cannot_decide_again' }]);
    done(await app.as('qian-feng').post(`/classes/${opened.class_id}/decision`, { ...DECISION, seen: 1 }), 202);
    await workClasses(app.ctx);
    const whole = await theClass();
    expect(whole).toMatchObject({ status: 'decided', counts: { waiting: 0, taken_out: 0 } });

    // Whoever never complained is told in plain words, and the lift was ordered with the decision.
    const flag = done(await app.as('wang-jianguo').get(`/flags/${silent[0]}`), 200);
    expect(flag).toMatchObject({ status: 'lifting', lifted_because: 'misjudged' });
    const inbox = done(await app.as('wang-jianguo').get('/me/inbox'), 200).items;
    expect(inbox[0]).toMatchObject({ kind: 'class_lifted', values: { because: 'misjudged' } });
    const timeline = done(
      await app.as('wang-jianguo').get(`/numbers/${numberOf('flag', silent[0] ?? '')}/timeline`),
      200,
    ).items;
    const decided = timeline.find(({ kind }: Body) => kind === 'flag.class_decided');
    expect(decided).toMatchObject({ actor: { id: 'zhao-lei' }, personal: { words: DECISION.words } });
    const kinds = timeline.map(({ kind }: Body) => kind);
    expect(kinds).toContain('lift.ordered');

    // The case that was refused goes on to being restored.
    const listed = done(await app.as('zhao-lei').get(`/classes/${opened.class_id}/flags`), 200).items;
    expect(listed.find((item: Body) => item.flag_id === refused)).toMatchObject({ case_status: 'lifting' });

    const reports = done(await app.as('fang-min').get('/authority/rule-reports'), 200).items;
    const [last, first] = reports.filter((report: Body) => report.rule_id === NAME.ruleId);
    expect(last).toMatchObject({
      kind: 'decided',
      province: 'CN-ZJ',
      figures: { lifted: 2, taken_out: 0, in_province: 2, in_all: 3 },
    });
    expect(first).toMatchObject({ kind: 'opened', figures: { in_province: 2, in_all: 3, lifted: null } });
    expect(Object.keys(last).filter((name) => /number|flag_|person|case/.test(name))).toEqual([]);
    done(await app.as('fang-min').post(`/authority/rule-reports/${last.report_id}/read`), 204);
    expect(done(await app.as('gu-yan').get('/authority/rule-reports'), 200).items[0].read_at).toBe(app.clock.now());
    expect(done(await app.as('chongqing-officer').get('/authority/rule-reports'), 200).items).toEqual([]);
    expect((await app.as('chongqing-officer').post(`/authority/rule-reports/${last.report_id}/read`)).status).toBe(404);
    // What came of the rule's own faults is no further evidence against it.
    expect((await learning()).tally).toEqual(after.tally);
  });

  it('is not over while a number waits for its service, and says when one could not be restored', async () => {
    const [back, failed, open] = [await flagged(), await flagged(), await flagged()];
    await foundBad();
    const { class_id, counts } = await theClass();
    done(await app.as('zhao-lei').post(`/classes/${class_id}/decision`, { ...DECISION, seen: counts.waiting }), 202);
    await workClasses(app.ctx);
    const liftOf = async (flagId: string) => {
      const { lifts } = (await app.ctx.journal.load(numberOf('flag', flagId) ?? '')).state;
      return Object.values(lifts).find(({ flagIds }) => flagIds.includes(flagId))?.liftId ?? '';
    };
    await lives.confirmAll(await liftOf(back));
    const lift = await liftOf(failed);
    const failure = { system: 'switch', code: 'E77' };
    done(await app.as('qinghe-systems').post(`/lifts/${lift}/failures`, failure), 200);
    done(await app.as('zhou-min').post(`/lifts/${lift}/accepted-failure`, { why: '交换机检修。' }), 200);

    const whole = await theClass();
    expect(whole).toMatchObject({ status: 'decided', service: { standing: 1, gone: 0 } });
    expect(whole.service.back).toBeGreaterThanOrEqual(1);
    expect(whole.service.under_way).toBeGreaterThanOrEqual(1);
    const { back: restored, under_way: waiting } = whole.service;
    expect(restored + waiting + 1).toBe(whole.counts.decided);
    const standing = done(await app.as('zhao-lei').get(`/classes/${class_id}/flags?status=standing`), 200).items;
    expect(standing).toMatchObject([{ flag_id: failed, status: 'decided', flag_status: 'active' }]);
    const page = await pages.signedIn('zhao-lei');
    const words = wordsOf((await page.get(`/desk/classes/${class_id}`)).body);
    expect(words).toContain('1 个恢复失败，标记又在生效');
    expect(words).toContain('还在等系统确认');
    expect((await page.get(`/desk/classes/${class_id}?status=standing`)).body).toContain(failed);

    // The same rule's flags are opened as a class once more, and the order goes out again.
    const again = done(await app.as('zhao-lei').post(`${RULE}/classes`, { why: '交换机修好了' }), 201);
    const seen = done(await app.as('zhao-lei').get(`/classes/${again.class_id}`), 200).counts.waiting;
    done(await app.as('zhao-lei').post(`/classes/${again.class_id}/decision`, { ...DECISION, seen }), 202);
    await workClasses(app.ctx);
    expect(done(await app.as('zhou-min').get(`/flags/${failed}`), 200).status).toBe('lifting');
    expect(done(await app.as('zhou-min').get(`/flags/${open}`), 200).status).toBe('lifting');
  });

  it('weighed twice, or by two at once, is paused once', async () => {
    await flagged();
    for (let n = 0; n < 5; n += 1) await overturned();
    await Promise.all([weigh(), weigh(), weigh()]);
    await weigh();
    const { pauses, classes } = await learning();
    expect(pauses.filter((pause: Body) => pause.ended_at === null)).toHaveLength(1);
    expect(classes.filter((one: Body) => one.status === 'open')).toHaveLength(1);
  });

  it('is taken back into use by another owner than who wrote the table, with a ground; the test begins anew', async () => {
    await foundBad();
    await app.ctx.pool.query(`update policies set drafted_by = 'qinghe-policy' where policy_id = $1 and version = 1`, [
      NAME.policyId,
    ]);
    const ground = { ground: '查过，是系统上游数据出错，已修好。' };
    expect((await app.as('qinghe-policy').post(`${RULE}/resumption`, ground)).body).toMatchObject({
      status: 403,
      code: 'rule.own_draft',
    });
    expect((await app.as('zhao-lei').post(`${RULE}/resumption`, ground)).status).toBe(403);
    expect((await app.as('qinghe-policy-2').post(`${RULE}/resumption`, { ground: ' ' })).body.pointer).toBe('/ground');
    const resumed = done(await app.as('qinghe-policy-2').post(`${RULE}/resumption`, ground), 200);
    expect(resumed).toMatchObject({ paused: false, tally: { decided: 0, overturned: 0 } });
    expect(resumed.pauses[0]).toMatchObject({ ended_by: 'qinghe-policy-2', ended_ground: ground.ground });
    await app.ctx.pool.query(`update policies set drafted_by = 'drafter' where policy_id = $1`, [NAME.policyId]);
    app.clock.advance(60_000);
    expect((await flagged()).startsWith('flag_')).toBe(true);
    await weigh();
    expect((await learning()).paused).toBe(false);
  });

  it('by hand: paused and opened by those who may, within bounds; a machine may not place its flags', async () => {
    const owner = app.as('qinghe-policy');
    expect((await owner.post(`${RULE}/tolerance`, { tolerated: 0.6, why: '业务量大' })).body).toMatchObject({
      status: 422,
      code: 'rule.tolerance_out_of_range',
    });
    expect(done(await owner.post(`${RULE}/tolerance`, { tolerated: 0.3, why: '先看看' }), 200).tolerated).toBe(0.3);
    app.clock.advance(1_000);
    done(await owner.post(`${RULE}/tolerance`, { tolerated: 0.2, why: '改回来' }), 200);
    expect((await app.as('zhao-lei').post(`${RULE}/pause`, { ground: 'x' })).status).toBe(403);
    expect(done(await owner.post(`${RULE}/pause`, { ground: '数据源换了' }), 200).paused).toBe(true);
    expect((await owner.post(`${RULE}/pause`, { ground: 'x' })).body.code).toBe('rule.paused_already');
    expect((await app.as('lanqiao-agent').get(`${RULE}/learning`)).status).toBe(404);

    const flagId = await flagged().catch(() => undefined);
    expect(flagId).toBeUndefined();
    const opening = { why: '抽查发现标错', from: '2026-03-01T00:00:00+08:00' };
    const early = { ...opening, until: '2026-02-01T00:00:00+08:00' };
    expect((await app.as('zhao-lei').post(`${RULE}/classes`, early)).body.code).toBe('class.ends_before');
    expect((await app.as('zhou-min').post(`${RULE}/classes`, opening)).status).toBe(403);
    const opened = done(await app.as('zhao-lei').post(`${RULE}/classes`, opening), 201);
    expect((await app.as('zhao-lei').post(`${RULE}/classes`, opening)).body.code).toBe(
      opened.status === 'open' ? 'class.open_already' : undefined,
    );
  });

  it('those that differ are taken out with a reason, and nobody decides on more than they saw', async () => {
    const [first, second] = [await flagged(), await flagged()];
    await foundBad();
    const { class_id, counts } = await theClass();
    const reviewer = app.as('zhao-lei');
    const out = { flag_ids: [first], why: '另有投诉，单独看' };
    expect((await reviewer.post(`/classes/${class_id}/exclusions`, { ...out, why: ' ' })).body.pointer).toBe('/why');
    expect((await app.as('zhou-min').post(`/classes/${class_id}/exclusions`, out)).status).toBe(403);
    expect(done(await reviewer.post(`/classes/${class_id}/exclusions`, out), 200).counts.taken_out).toBe(1);
    expect((await reviewer.post(`/classes/${class_id}/exclusions`, out)).body.code).toBe('class.flag_not_in');
    const blind = { ...DECISION, seen: counts.waiting };
    expect((await reviewer.post(`/classes/${class_id}/decision`, blind)).body).toMatchObject({
      status: 409,
      code: 'class.changed_meanwhile',
    });
    done(await reviewer.post(`/classes/${class_id}/decision`, { ...DECISION, seen: counts.waiting - 1 }), 202);
    expect((await reviewer.post(`/classes/${class_id}/dropping`, DECISION)).body.code).toBe('class.not_open');
    await Promise.all([workClasses(app.ctx), workClasses(app.ctx)]);
    await workClasses(app.ctx);
    expect(await theClass()).toMatchObject({ status: 'decided', counts: { taken_out: 1, waiting: 0 } });
    expect(done(await reviewer.get(`/flags/${first}`), 200).status).toBe('active');
    expect(done(await reviewer.get(`/flags/${second}`), 200).status).toBe('lifting');
  });

  it('a worker that dies in the middle is followed by one who does the rest, each number once', async () => {
    const flags = await Promise.all(Array.from({ length: 12 }, () => flagged()));
    await foundBad();
    const { class_id, counts } = await theClass();
    done(await app.as('zhao-lei').post(`/classes/${class_id}/decision`, { ...DECISION, seen: counts.waiting }), 202);
    // It dies when all is appended and nothing of it marked.
    const query = (text: unknown, ...more: unknown[]) => {
      if (String(text).includes('update class_flags')) throw new Error('killed');
      return (app.ctx.pool.query as (...all: unknown[]) => unknown)(text, ...more);
    };
    const pool = new Proxy(app.ctx.pool, { get: (of, name) => (name === 'query' ? query : Reflect.get(of, name, of)) });
    const dying = { ...app.ctx, pool };
    await expect(workClasses(dying)).rejects.toThrow('killed');
    expect((await theClass()).counts.decided).toBe(0);
    await workClasses(app.ctx);
    // The dead one's lease still stands.
    expect((await theClass()).counts.decided).toBe(0);
    app.clock.advance(61_000);
    await workClasses(app.ctx);
    expect(await theClass()).toMatchObject({ status: 'decided', counts: { waiting: 0 } });
    for (const flagId of flags) {
      const { rows } = await app.ctx.pool.query(
        `select count(*)::integer as times from entries where number_id = $1 and kind = 'flag.class_decided'`,
        [numberOf('flag', flagId)],
      );
      expect(rows).toEqual([{ times: 1 }]);
    }
  });

  it('one number that cannot be written holds up no other, and is shown', async () => {
    const [broken, sound] = [await flagged(), await flagged()];
    await foundBad();
    const { class_id, counts } = await theClass();
    done(await app.as('zhao-lei').post(`/classes/${class_id}/decision`, { ...DECISION, seen: counts.waiting }), 202);
    const { journal } = app.ctx;
    const append: typeof journal.append = (request) => {
      if (request.before.state.numberId === numberOf('flag', broken)) throw new Error('this one is broken');
      return journal.append(request);
    };
    await workClasses({ ...app.ctx, journal: { ...journal, append } });
    expect(done(await app.as('zhao-lei').get(`/flags/${sound}`), 200).status).toBe('lifting');
    expect(await theClass()).toMatchObject({ status: 'open', counts: { waiting: 1 } });
    const left = done(await app.as('zhao-lei').get(`/classes/${class_id}/flags?status=waiting`), 200).items;
    expect(left).toMatchObject([{ flag_id: broken, code: 'server.failed' }]);
    done(await app.as('zhao-lei').post(`/classes/${class_id}/decision`, { ...DECISION, seen: 1 }), 202);
    await workClasses(app.ctx);
    expect(await theClass()).toMatchObject({ status: 'decided', counts: { waiting: 0 } });
  });

  it('a refusal that is given up before a body turns to overturned, in its old place, and a number counts once', async () => {
    const before = await learning();
    const flagId = await flagged();
    const accepted = await lives.accepted(flagId);
    const refused = await learning();
    expect(refused.tally).toEqual({ decided: before.tally.decided + 1, overturned: before.tally.overturned });
    const settling = { lift_flag_ids: [flagId], words: '同意恢复。' };
    done(await app.as('fang-min').post(`/cases/${accepted.case_id}/settle`, settling), 200);
    const settled = await learning();
    expect(settled.tally).toEqual({ decided: before.tally.decided + 1, overturned: before.tally.overturned + 1 });
    expect(settled.by_settlement).toBe(before.by_settlement + 1);

    // The same number again: the rate counts it, the test does not.
    const { mobile } = await lives.line();
    const one = await lives.suspected(mobile);
    const first = done(await lives.grants(await lives.inReview(one)), 200);
    await lives.confirmAll(first.lifts[0].lift_id);
    const mid = await learning();
    app.clock.advance(40 * 86_400_000);
    const again = done(await lives.fact(mobile, { ...USAGE, calls_out: 190 }), 201).flag_ids[0];
    if (again) {
      done(await lives.grants(await lives.inReview(again)), 200);
      const end = await learning();
      expect(end.decided).toBe(mid.decided + 1);
      expect(end.tally).toEqual(mid.tally);
    }
  });

  it('a new version ends the pause, and says so where it repeats the row word for word', async () => {
    await foundBad();
    const owner = app.as('qinghe-policy');
    const draft = done(await owner.post('/policies'), 201);
    expect(draft.version).toBe(2);
    const published = '/policies/qinghe-service/versions/2/publication';
    done(await app.as('qinghe-policy-2').post(published, {}), 200);
    app.ctx.books.forget(CARRIER);
    app.clock.advance(3_000);
    expect(await learning()).toMatchObject({ paused: true, in_force: false, unchanged_in_force: true });
    const flag = done(await app.as('zhou-min').get(`/flags/${await flagged()}`), 200);
    expect(flag.reasons.rule).toMatchObject({ version: 2, rule_id: 'short-calls' });
    expect(done(await owner.get('/policies/qinghe-service/versions/2/rules/short-calls/learning'), 200)).toMatchObject({
      paused: false,
      tally: { decided: 0 },
    });
  });

  it('what was counted is what the journals tell, before and after a rebuild', async () => {
    const board = done(await app.as('zheng-jie').get('/learning'), 200);
    const problems: string[] = [];
    const onProblem = (problem: { detail: string }) => problems.push(problem.detail);
    await verifyNumbers(app.ctx.pool, { onProblem });
    expect(problems).toEqual([]);
    await app.ctx.pool.query('delete from flag_verdicts');
    expect(done(await app.as('zheng-jie').get('/learning'), 200).total.decided).toBe(0);
    await verifyNumbers(app.ctx.pool, { onProblem });
    expect(problems.length).toBe(board.total.decided);
    await rebuildNumbers(app.ctx.pool, { onProblem });
    expect(done(await app.as('zheng-jie').get('/learning'), 200)).toEqual(board);
  });
});
