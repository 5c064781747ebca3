import { ruleBook } from '../../knowledge/rule-book.ts';
import { CARRIER, POLICY, REGULATOR } from '../../seed/city.ts';
import type { RuleBook } from '../../src/domain/clocks/rule-book.ts';
import type { Actor } from '../../src/domain/journal/actor.ts';
import { PRODUCT } from '../../src/domain/journal/actor.ts';
import type { Command } from '../../src/domain/journal/command.ts';
import type { CommandResult } from '../../src/domain/journal/decide.ts';
import { decide } from '../../src/domain/journal/decide.ts';
import type { CarrierBook, Env } from '../../src/domain/journal/draft.ts';
import type { NewEntry } from '../../src/domain/journal/entry.ts';
import type { NumberState } from '../../src/domain/journal/state.ts';
import { emptyState } from '../../src/domain/journal/state.ts';
import type { Instant } from '../../src/domain/time.ts';
import { addMs } from '../../src/domain/time.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START: Instant = '2026-03-02T02:00:00.000Z';
export const BOOK: CarrierBook = { policy: POLICY, systems: CARRIER.systems };

function actor(id: string, role: Actor['role'], more: Partial<Actor> = {}): Actor {
  const carrierId = role === 'subscriber' || role === 'officer' ? null : CARRIER.carrierId;
  return { id, role, carrierId, authorityId: null, personId: null, ...more };
}

export const HOLDER = actor('lin', 'subscriber', { personId: 'lin' });
export const STRANGER = actor('someone', 'subscriber', { personId: 'someone' });
export const NEXT_HOLDER = actor('next', 'subscriber', { personId: 'next' });
export const AGENT = actor('zhou', 'agent');
export const REVIEWER = actor('zhao', 'reviewer');
export const SECOND_REVIEWER = actor('qian', 'reviewer');
export const AUDITOR = actor('zheng', 'auditor');
export const SYSTEM = actor('systems', 'system');
export const OFFICER = actor('officer', 'officer', { authorityId: REGULATOR.authorityId });
export const OTHER_OFFICER = actor('other-officer', 'officer', { authorityId: 'elsewhere' });
export const RIVAL_AGENT = actor('other', 'agent', { carrierId: 'lanqiao' });
export const ACTORS = [
  HOLDER,
  STRANGER,
  NEXT_HOLDER,
  AGENT,
  REVIEWER,
  SECOND_REVIEWER,
  AUDITOR,
  SYSTEM,
  OFFICER,
  OTHER_OFFICER,
  RIVAL_AGENT,
  PRODUCT,
];

/** One number under test: its journal so far, and a hand on the time. */
export class World {
  state: NumberState;
  now: Instant = START;
  rules: RuleBook = ruleBook;
  readonly entries: NewEntry[] = [];

  constructor(numberId = '4611686018427387904') {
    this.state = emptyState(numberId);
  }

  env(by: Actor, book: CarrierBook | null = BOOK): Env {
    return {
      now: this.now,
      actor: by,
      source: 'test',
      sourceId: 'test',
      purpose: 'test',
      rules: this.rules,
      carrier: book,
    };
  }

  /** Decides and, when accepted, takes the entries over. */
  try(by: Actor, command: Command, book: CarrierBook | null = BOOK): CommandResult {
    const outcome = decide(this.state, command, this.env(by, book));
    if (outcome.ok) {
      this.entries.push(...outcome.entries);
      this.state = outcome.state;
    }
    return outcome;
  }

  /** The same, for a step that must be accepted. */
  do(by: Actor, command: Command, book: CarrierBook | null = BOOK): this {
    const outcome = this.try(by, command, book);
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${JSON.stringify(outcome.refusal)}`);
    return this;
  }

  /** The code of a refusal, or null when it was accepted. */
  refusalOf(by: Actor, command: Command): string | null {
    const outcome = decide(this.state, command, this.env(by));
    return outcome.ok ? null : outcome.refusal.code;
  }

  /** From now on decisions rest on this book. */
  under(rules: RuleBook): this {
    this.rules = rules;
    return this;
  }

  wait(ms: number): this {
    this.now = addMs(this.now, ms);
    return this;
  }

  /** Lets time do what it brings about, as the sweep does. */
  sweep(): this {
    return this.do(PRODUCT, { do: 'let_time_pass' });
  }

  kinds(): string[] {
    return this.entries.map((entry) => entry.kind);
  }

  only<T>(things: { readonly [id: string]: T }): T {
    const all = Object.values(things);
    if (all.length !== 1 || all[0] === undefined) throw new Error(`expected one, found ${all.length}`);
    return all[0];
  }

  /** A line of the holder's, open for a while. */
  opened(): this {
    return this.do(SYSTEM, {
      do: 'open_line',
      origin: 'placed',
      kind: 'personal',
      carrierId: CARRIER.carrierId,
      province: CARRIER.province,
      holderId: 'lin',
      userId: 'lin',
      openedAt: '2024-01-01T00:00:00.000Z',
    });
  }

  /** A bill 31 days overdue, which the policy flags. */
  inArrears(amountFen = 8800, billId = 'bill-1'): this {
    return this.do(SYSTEM, {
      do: 'record_fact',
      at: this.now,
      fact: { kind: 'bill_issued', billId, amountFen, dueDate: '2026-01-31' },
    }).do(SYSTEM, {
      do: 'record_fact',
      at: this.now,
      fact: { kind: 'bill_overdue', billId, overdueDays: 31, overdueFen: amountFen },
    });
  }

  pays(amountFen: number, paymentId: string, billId: string | null = 'bill-1'): this {
    return this.do(SYSTEM, {
      do: 'record_fact',
      at: this.now,
      fact: { kind: 'payment_received', paymentId, amountFen, billId },
    });
  }

  /** Many short calls, which the risk rule flags. */
  suspected(): this {
    return this.do(SYSTEM, {
      do: 'record_fact',
      at: this.now,
      fact: { kind: 'usage_observed', windowHours: 24, callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 },
    });
  }

  /** A case of the holder's on every active flag, submitted. */
  appealed(): this {
    const flagIds = Object.values(this.state.flags)
      .filter((flag) => flag.status === 'active')
      .map((flag) => flag.flagId);
    this.do(HOLDER, {
      do: 'open_case',
      flagIds,
      remedy: 'appeal',
      reference: 'AAA-AAA-AAA',
      statement: '我是快递员。',
    });
    return this.do(HOLDER, { do: 'case.submit', caseId: this.only(this.state.cases).caseId });
  }

  /** The carrier let its time pass, and the holder handed the case to the regulator. */
  escalated(): this {
    this.wait(16 * DAY).sweep();
    const { caseId } = this.only(this.state.cases);
    return this.do(HOLDER, {
      do: 'case.escalate',
      caseId,
      authority: REGULATOR,
      acceptedElsewhere: false,
      words: '超期了。',
    });
  }

  /** The regulator's officer took it on. */
  accepted(): this {
    return this.do(OFFICER, { do: 'case.accept', caseId: this.only(this.state.cases).caseId });
  }
}
