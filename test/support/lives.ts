import { expect } from 'vitest';
import { runCommand } from '../../src/app/run-command.ts';
import { PRODUCT } from '../../src/domain/journal/actor.ts';
import type { Command } from '../../src/domain/journal/command.ts';
import { numberOf } from '../../src/domain/journal/thing-id.ts';
import type { TestApp } from './app.ts';
import type { Body, Reply } from './client.ts';
import { createNumberMaker } from './factories.ts';

const SYSTEMS = 'qinghe-systems';

/** What carriers' systems and people do again and again in tests, over the bare API. */
export class Lives {
  readonly app: TestApp;
  readonly next = createNumberMaker();
  private events = 0;

  constructor(app: TestApp) {
    this.app = app;
  }

  /** A line of somebody's, opened by the carrier; answers its digits and id. */
  async line(holderId = 'lin-xiaoyu', province = 'CN-ZJ'): Promise<{ mobile: string; numberId: string }> {
    const mobile = this.next();
    const body = {
      mobile_number: mobile,
      kind: 'personal',
      province,
      holder_id: holderId,
      user_id: holderId,
      opened_at: '2024-05-01T09:00:00+08:00',
    };
    const opened = done(await this.app.as(SYSTEMS).post('/lines', body), 201);
    return { mobile, numberId: opened.number_id };
  }

  /** Reports a fact as the carrier's systems do. */
  fact(mobile: string, fact: object, named?: string): Promise<Reply> {
    this.events += 1;
    const sourceId = named ?? `event-${this.events}`;
    this.app.clock.advance(1_000);
    return this.app
      .as(SYSTEMS)
      .post('/facts', { mobile_number: mobile, source_id: sourceId, at: this.app.clock.now(), fact });
  }

  /** A bill 31 days late, which the policy flags; answers the flag's id. */
  async inArrears(mobile: string, billId: string, amountFen = 8800): Promise<string> {
    done(
      await this.fact(mobile, { kind: 'bill_issued', bill_id: billId, amount_fen: amountFen, due_date: '2026-01-31' }),
      201,
    );
    const late = done(
      await this.fact(mobile, { kind: 'bill_overdue', bill_id: billId, overdue_days: 31, overdue_fen: amountFen }),
      201,
    );
    return late.flag_ids[0];
  }

  pays(mobile: string, billId: string, amountFen: number, paymentId: string): Promise<Reply> {
    return this.fact(
      mobile,
      { kind: 'payment_received', payment_id: paymentId, amount_fen: amountFen, bill_id: billId },
      paymentId,
    );
  }

  /** Many short calls, which the risk rule flags; answers the flag's id. */
  async suspected(mobile: string): Promise<string> {
    const fact = {
      kind: 'usage_observed',
      window_hours: 24,
      calls_out: 180,
      distinct_callees: 150,
      short_call_share: 0.92,
    };
    return done(await this.fact(mobile, fact), 201).flag_ids[0];
  }

  /** Usage that no rule flags by itself, and the full reasons of a rule that a human may rely on for it. */
  async reasonsByHand(mobile: string): Promise<Body> {
    const usage = {
      kind: 'usage_observed',
      window_hours: 24,
      calls_out: 80,
      distinct_callees: 70,
      short_call_share: 0.5,
    };
    const { fact_id } = done(await this.fact(mobile, usage), 201);
    return {
      code: 'D1',
      ground: { kind: 'law', rule_id: 'AF-11', article: '11' },
      fact_ids: [fact_id],
      rule: { policy_id: 'qinghe-service', version: 1, rule_id: 'odd-hours', values: { distinct_callees: 70 } },
      responsible_body: '青禾通信客户服务部',
      measures: [
        { function: 'voice_out', from: this.app.clock.now(), until: null, spares: ['emergency', 'service_numbers'] },
      ],
      lift_condition: { kind: 'verified', check: 'real_person' },
      remedies: ['reverify', 'explain', 'undertake', 'appeal'],
      papers: ['id_card', 'explanation'],
      complain_to: ['carrier', 'authority_12300'],
    };
  }

  /** A submitted case of the holder's; answers the case. */
  async appealed(flagId: string, holderId = 'lin-xiaoyu'): Promise<Body> {
    const person = this.app.as(holderId);
    const opened = done(
      await person.post('/cases', { flag_ids: [flagId], remedy: 'appeal', statement: '我是快递员，这些是送货电话。' }),
      201,
    );
    return done(await person.post(`/cases/${opened.case_id}/submit`), 200);
  }

  /** A case in review by somebody. */
  async inReview(flagId: string, reviewerId = 'zhao-lei'): Promise<Body> {
    const { case_id } = await this.appealed(flagId);
    return done(await this.app.as(reviewerId).post(`/cases/${case_id}/start-review`), 200);
  }

  /** A case that the carrier refused. */
  async refused(flagId: string): Promise<Body> {
    const { case_id } = await this.inReview(flagId);
    const decision = { finding: 'grounded', lift_flag_ids: [], rule_relied: 'AF-32c', words: '维持。' };
    return done(await this.app.as('zhao-lei').post(`/cases/${case_id}/decision`, decision), 200);
  }

  /** A case that was refused and handed to a body. */
  async escalated(flagId: string, authorityId = 'appeals-zj'): Promise<Body> {
    const { case_id } = await this.refused(flagId);
    const handing = { authority_id: authorityId, accepted_elsewhere: false, words: '' };
    return done(await this.app.as('lin-xiaoyu').post(`/cases/${case_id}/escalate`, handing), 200);
  }

  /** A case that the regulator took on. */
  async accepted(flagId: string): Promise<Body> {
    const { case_id } = await this.escalated(flagId);
    return done(await this.app.as('fang-min').post(`/cases/${case_id}/accept`), 200);
  }

  grants(caseFile: Body, reviewerId = 'zhao-lei'): Promise<Reply> {
    const decision = {
      finding: 'misjudged',
      lift_flag_ids: caseFile.flag_ids,
      rule_relied: 'AF-32c',
      words: '通话为送货联系，未见异常。',
    };
    return this.app.as(reviewerId).post(`/cases/${caseFile.case_id}/decision`, decision);
  }

  /** Every system of a lift confirms it. */
  async confirmAll(liftId: string): Promise<Body> {
    const systems = this.app.as(SYSTEMS);
    let lift = done(await systems.get(`/lifts/${liftId}`), 200);
    this.app.clock.advance(1_000);
    for (const step of lift.steps)
      lift = done(await systems.post(`/lifts/${liftId}/confirmations`, { system: step.system }), 200);
    return lift;
  }

  /** A command of the product's own, as its jobs give it. */
  byProduct(numberId: string, command: Command): Promise<unknown> {
    return runCommand(this.app.ctx, {
      actor: PRODUCT,
      numberId,
      command,
      source: 'job',
      sourceId: 'test',
      purpose: command.do,
      reply: () => null,
    });
  }

  /** The order leaves for every system of a lift, as the job sends it. */
  async send(liftId: string): Promise<void> {
    const numberId = numberOf('lift', liftId) ?? '';
    const { state } = await this.app.ctx.journal.load(numberId);
    for (const { system } of state.lifts[liftId]?.steps ?? [])
      await this.byProduct(numberId, { do: 'send_lift', liftId, system });
  }

  /** Lets time do what it brings about on a number, as the sweep does. */
  async sweep(numberId: string): Promise<void> {
    await this.byProduct(numberId, { do: 'let_time_pass' });
  }
}

/** The body of a reply that must have this status. */
export function done(reply: Reply, status: number): Body {
  expect(reply.status, JSON.stringify(reply.body)).toBe(status);
  return reply.body;
}

/** Names of the acts that a reply offers. */
export function actsIn(body: Body): string[] {
  return body.actions.map((action: { act: string }) => action.act);
}
