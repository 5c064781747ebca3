import type { Asker } from '../src/app/asker.ts';
import { escalateCase } from '../src/app/authority/escalate-case.ts';
import { saveReasonTemplate } from '../src/app/bulk/reason-templates.ts';
import { actOnCase } from '../src/app/cases/act-on-case.ts';
import { openCase } from '../src/app/cases/open-case.ts';
import type { AppContext } from '../src/app/context.ts';
import { placeFlag } from '../src/app/flags/place-flag.ts';
import { actOnLift } from '../src/app/lifts/act-on-lift.ts';
import { openLine } from '../src/app/numbers/open-line.ts';
import { recordFact } from '../src/app/numbers/record-fact.ts';
import type { Actor } from '../src/domain/journal/actor.ts';
import type { Fact } from '../src/domain/numbers/fact.ts';
import type { Instant } from '../src/domain/time.ts';
import { addMs } from '../src/domain/time.ts';
import type { MovableClock } from '../src/platform/clock.ts';
import { createStillClock } from '../src/platform/clock.ts';
import { seedBasics } from './basics.ts';
import { CARRIER, numberOfPerson, OFFICERS, PEOPLE, POLICY, REGULATOR, STAFF, SYSTEM, TEMPLATES } from './city.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The invented city, told through the product's own use cases on a clock that starts in the past. */
export async function seedCity(ctx: AppContext): Promise<void> {
  await seedBasics(ctx);
  const now = ctx.clock.now();
  const told = new Told(ctx, addMs(now, -40 * DAY));
  for (const [index, person] of PEOPLE.entries()) await told.line(index, person.actorId);
  await told.tell(now);
  await told.templates();
}

/** Facts and acts as they came in, day by day, so that every journal reads as one that was lived. */
class Told {
  readonly clock: MovableClock;
  readonly ctx: AppContext;
  private event = 0;

  constructor(ctx: AppContext, start: Instant) {
    this.clock = createStillClock(start);
    this.ctx = { ...ctx, clock: this.clock };
  }

  async line(index: number, personId: string): Promise<void> {
    await openLine(this.ctx, this.as(SYSTEM.actorId), {
      mobileNumber: numberOfPerson(index),
      kind: 'personal',
      province: CARRIER.province,
      holderId: personId,
      userId: personId,
      openedAt: '2021-06-01T02:00:00.000Z',
    });
  }

  async tell(now: Instant): Promise<void> {
    for (const index of [0, 5])
      await this.fact(index, {
        kind: 'bill_issued',
        billId: `B-${index}`,
        amountFen: 8_650,
        dueDate: dayBefore(now, 34),
      });
    this.clock.moveTo(addMs(now, -20 * DAY));
    const late = await this.suspected(4);
    await this.appeal(4, late, '我是社区网格员，每天要给很多住户打电话。');
    const refused = await this.suspected(5);
    const refusedCase = await this.appeal(5, refused, '我没有打骚扰电话。');
    this.clock.advance(2 * DAY);
    await this.decide(refusedCase, 'grounded', []);
    this.clock.moveTo(addMs(now, -12 * DAY));
    const waiting = await this.refused(8, '我是社区团购团长，这些都是通知邻居取货的电话。');
    const taken = await this.refused(9, '我给培训机构打回访电话，客户都登记过。');
    this.clock.advance(3 * DAY);
    await this.escalate(9, taken, '对方只说“通话异常”，没有说是哪几通电话。');
    this.clock.advance(2 * DAY);
    await actOnCase(this.ctx, this.as('fang-min'), taken, { do: 'case.accept' });
    this.clock.moveTo(addMs(now, -6 * DAY));
    await actOnCase(this.ctx, this.as('fang-min'), taken, {
      do: 'case.ask_carrier',
      words: '请说明认定异常的依据，并提供三次投诉的记录。',
    });
    const asked = await this.suspected(3);
    const askedCase = await this.appeal(3, asked, '我是房产中介，号码登记在公司名下。');
    await actOnCase(this.ctx, this.as('zhou-min'), askedCase, { do: 'case.start_review' });
    this.clock.advance(DAY);
    await actOnCase(this.ctx, this.as('zhou-min'), askedCase, {
      do: 'case.ask_material',
      materials: ['work_proof', 'undertaking'],
      words: '请补一份在职证明和一份承诺书，拍照上传即可。',
    });
    const elderly = await this.flaggedByHand(2);
    const elderlyCase = await this.appeal(2, elderly, '我83岁，手机只用来和女儿通话，不知道为什么打不出去。');
    await actOnCase(this.ctx, this.as('zhao-lei'), elderlyCase, { do: 'case.start_review' });
    this.clock.moveTo(addMs(now, -3 * DAY));
    await this.escalate(8, waiting, '');
    this.clock.moveTo(addMs(now, -2 * DAY));
    await this.granted(7, true);
    await this.granted(6, false);
    await this.fact(0, { kind: 'bill_overdue', billId: 'B-0', overdueDays: 32, overdueFen: 8_650 });
    this.clock.moveTo(addMs(now, -5 * HOUR));
    await this.suspected(1);
  }

  async templates(): Promise<void> {
    for (const one of TEMPLATES) await saveReasonTemplate(this.ctx, this.as('zhao-lei'), one);
  }

  private async refused(index: number, statement: string): Promise<string> {
    const caseId = await this.appeal(index, await this.suspected(index), statement);
    await this.decide(caseId, 'grounded', []);
    return caseId;
  }

  private async escalate(index: number, caseId: string, words: string): Promise<void> {
    const asker = this.as(PEOPLE[index]?.actorId ?? '');
    const input = { authorityId: REGULATOR.authorityId, acceptedElsewhere: false, words };
    await escalateCase(this.ctx, asker, caseId, input);
  }

  /** A case found misjudged; all its systems confirm, or one stays silent. */
  private async granted(index: number, restored: boolean): Promise<void> {
    const flagIds = await this.suspected(index);
    const caseId = await this.appeal(index, flagIds, '我是外卖骑手，给顾客打电话是工作。');
    const { liftIds } = await this.decide(caseId, 'misjudged', flagIds);
    for (const liftId of liftIds) {
      for (const system of restored ? ['switch', 'sms_gateway'] : ['switch']) {
        await actOnLift(this.ctx, this.as(SYSTEM.actorId), liftId, { do: 'confirm_lift', system });
      }
    }
  }

  private async decide(caseId: string, finding: 'misjudged' | 'grounded', liftFlagIds: readonly string[]) {
    await actOnCase(this.ctx, this.as('zhao-lei'), caseId, { do: 'case.start_review' });
    const words =
      finding === 'misjudged'
        ? '核对了工作证明和通话对象，均为正常业务联系，标记没有充分依据。'
        : '通话对象多为陌生号码且有三次投诉，未见用途说明，维持限制。';
    const view = await actOnCase(this.ctx, this.as('zhao-lei'), caseId, {
      do: 'case.decide',
      finding,
      liftFlagIds,
      ruleRelied: 'AF-32c',
      words,
    });
    return { liftIds: view.caseFile.liftIds };
  }

  /** A reviewer raises this flag himself, on a rule that leaves it to a human. */
  private async flaggedByHand(index: number): Promise<readonly string[]> {
    const { factId } = await this.fact(index, {
      kind: 'usage_observed',
      windowHours: 24,
      callsOut: 75,
      distinctCallees: 64,
      shortCallShare: 0.4,
    });
    const rule = POLICY.rules.find((one) => one.ruleId === 'odd-hours');
    if (!rule || factId === null) throw new Error('the city lacks the rule that leaves it to a human');
    const { flag } = await placeFlag(
      this.ctx,
      this.as('qian-feng'),
      { mobileNumber: numberOfPerson(index) },
      {
        code: rule.code,
        ground: rule.ground,
        factIds: [factId],
        rule: {
          policyId: POLICY.policyId,
          version: POLICY.version,
          ruleId: rule.ruleId,
          values: { distinctCallees: 64 },
        },
        responsible: { body: '青禾通信风险管理部', staffId: null },
        measures: rule.measures.map(({ function: name, spares }) => ({
          function: name,
          from: this.clock.now(),
          until: null,
          spares,
        })),
        liftCondition: { kind: 'verified', check: 'real_person' },
        remedies: rule.remedies,
        papers: rule.papers,
        complainTo: POLICY.complainTo,
      },
    );
    return [flag.flagId];
  }

  private async suspected(index: number): Promise<readonly string[]> {
    const { flagIds } = await this.fact(index, {
      kind: 'usage_observed',
      windowHours: 24,
      callsOut: 160 + index * 7,
      distinctCallees: 130 + index * 5,
      shortCallShare: 0.88,
      model: index % 3 === 0 ? '短呼模型 2.2' : '短呼模型 2.3',
    });
    return flagIds;
  }

  private async appeal(index: number, flagIds: readonly string[], statement: string): Promise<string> {
    const asker = this.as(PEOPLE[index]?.actorId ?? '');
    const { caseFile } = await openCase(this.ctx, asker, { flagIds, remedy: 'appeal', statement });
    await actOnCase(this.ctx, asker, caseFile.caseId, { do: 'case.submit' });
    return caseFile.caseId;
  }

  private fact(index: number, fact: Fact) {
    this.event += 1;
    return recordFact(this.ctx, this.as(SYSTEM.actorId), {
      name: { mobileNumber: numberOfPerson(index) },
      sourceId: `seed-${this.event}`,
      at: this.clock.now(),
      fact,
    });
  }

  private as(actorId: string): Asker {
    const found = [...PEOPLE, ...STAFF, ...OFFICERS, SYSTEM].find((one) => one.actorId === actorId);
    if (!found) throw new Error(`nobody is called ${actorId}`);
    const actor: Actor = {
      id: found.actorId,
      role: found.role,
      carrierId: found.carrierId,
      authorityId: found.authorityId ?? null,
      personId: found.role === 'subscriber' ? found.actorId : null,
    };
    return { actor, source: 'seed', sourceId: `seed-${actorId}` };
  }
}

function dayBefore(now: Instant, days: number): string {
  return addMs(now, -days * DAY).slice(0, 10);
}
