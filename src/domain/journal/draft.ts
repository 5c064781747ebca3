import type { RuleBook } from '../clocks/rule-book.ts';
import type { LineFunction } from '../flags/words.ts';
import type { Policy } from '../policies/policy.ts';
import type { Instant } from '../time.ts';
import type { Actor } from './actor.ts';
import { actorRef } from './actor.ts';
import type { EntryData, EntryKind, NewEntry, Personal } from './entry.ts';
import { evolve } from './evolve.ts';
import type { NumberState } from './state.ts';
import type { ThingKind } from './thing-id.ts';
import { thingId } from './thing-id.ts';

/** What the carrier of a line publishes and runs: its rule table, and which of its systems carries out each function. */
export type CarrierBook = {
  readonly policy: Policy | null;
  readonly systems: { readonly [F in LineFunction]: string };
  /** Rows of the table that do not flag by themselves until somebody has looked at them. */
  readonly pausedRules?: readonly string[];
};

/** All that a decision may look at besides the state: nothing is asked of the machine. */
export type Env = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly source: string;
  readonly sourceId: string;
  readonly purpose: string;
  readonly rules: RuleBook;
  readonly carrier: CarrierBook | null;
};

type AddOptions = {
  readonly line?: number;
  readonly personal?: Personal;
  readonly actor?: Actor;
  readonly effectiveAt?: Instant;
};

/** Entries under way: each one is folded at once, so that what follows sees it. */
export class Draft {
  readonly entries: NewEntry[] = [];
  readonly env: Env;
  state: NumberState;

  constructor(state: NumberState, env: Env) {
    this.state = state;
    this.env = env;
  }

  /** The id of the thing that the next entry begins. */
  nextId(kind: ThingKind): string {
    return thingId(kind, this.state.numberId, this.state.seq + 1);
  }

  add<K extends EntryKind>(kind: K, data: EntryData[K], options: AddOptions = {}): void {
    const { env } = this;
    const entry = {
      numberId: this.state.numberId,
      seq: this.state.seq + 1,
      line: options.line ?? this.state.lines.at(-1)?.line ?? 0,
      kind,
      kindVersion: 1,
      recordedAt: env.now,
      effectiveAt: options.effectiveAt ?? env.now,
      source: env.source,
      sourceId: env.sourceId,
      actor: actorRef(options.actor ?? env.actor),
      purpose: env.purpose,
      data,
      ...(options.personal ? { personal: options.personal } : {}),
    } as unknown as NewEntry;
    this.entries.push(entry);
    this.state = evolve(this.state, entry);
  }
}
