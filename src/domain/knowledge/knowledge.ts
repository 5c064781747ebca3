import type { Cause, LineFunction, ReasonCode, Remedy } from '../flags/words.ts';
import type { Carrier, Segment } from './carrier.ts';
import type { CauseFacts, MeasureFacts, Pattern, RemedyFacts, Synonyms } from './facts.ts';
import type { CourtLesson, DunningRule, LivingTip, ReadyWords, Scam } from './help.ts';
import type { Bilingual, Sourced } from './sourced.ts';

export const PARTIES = [
  'carrier',
  'authority',
  'police',
  'court',
  'bureau',
  'lender',
  'person',
  'helper',
  'operator',
  'everybody',
] as const;
/** Whom a rule of law binds; `operator` is whoever runs this product, `helper` somebody who acts for the person. */
export type LawParty = (typeof PARTIES)[number];

/** A rule of law or of a public notice, in plain words. */
export type Law = Sourced & {
  readonly lawId: string;
  readonly title: Bilingual;
  readonly plain: Bilingual;
  readonly binds?: readonly LawParty[];
  /** The period it sets, by its id in the rule book: length, days, outcome and provinces stand there. */
  readonly periods?: readonly string[];
  /** What the period counts from. */
  readonly runsFrom?: Bilingual;
};

export const CHANNEL_KINDS = [
  'carrier',
  'carrier_upgrade',
  'counter',
  'regulator',
  'reporting',
  'police',
  'legal_aid',
  'consumer',
  'credit',
  'finance',
  'look_up',
  'court',
  'government',
  'label_service',
] as const;

/** A door: who is behind it, what it takes, and what it does not. */
export type Channel = Sourced & {
  readonly channelId: string;
  readonly kind: (typeof CHANNEL_KINDS)[number];
  readonly name: Bilingual;
  readonly phones: readonly string[];
  readonly site?: string;
  readonly takes: Bilingual;
  readonly refuses?: Bilingual;
  /** When it may be used, where that is not at once. */
  readonly opens?: Bilingual;
  /** Doors of which one must have been tried before. */
  readonly after?: readonly string[];
  /** A door where the same matter, once taken on, shuts these ones. */
  readonly shuts?: readonly string[];
  readonly online?: Bilingual;
  readonly offline?: Bilingual;
  readonly hours?: Bilingual;
  /** Numbers that send its messages; nobody calls them. */
  readonly senders?: readonly string[];
};

/** A paper, with the reason why it is asked for. */
export type Material = Sourced & {
  readonly materialId: string;
  readonly name: Bilingual;
  readonly why: Bilingual;
  /** What does as well when it is not at hand. */
  readonly instead?: Bilingual;
  /** Not to be had before setting out: signed at the hall; or asked for by some halls only. */
  readonly brought?: 'signed_there' | 'sometimes';
};

/** Something to do, with its reason and, where it helps, the very words to say. */
export type Step = Sourced & {
  readonly stepId: string;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly say?: Bilingual;
  readonly channels?: readonly string[];
  readonly laws?: readonly string[];
};

/** The way out for one reason: who decides, what to do in which order, and what people saw. */
export type Route = Sourced & {
  readonly code: ReasonCode;
  readonly name: Bilingual;
  readonly feels: Bilingual;
  readonly decides: Bilingual;
  readonly lifts: Bilingual;
  readonly remedies: readonly Remedy[];
  readonly steps: readonly string[];
  readonly materials: readonly string[];
  readonly promised: Bilingual;
  readonly seen: Bilingual;
  /** How often it works, where somebody counted and said so. */
  readonly odds?: Bilingual;
  /** Lifting is free, always. */
  readonly costFen: 0;
  readonly refused: readonly string[];
  readonly warnings: readonly string[];
  readonly words: readonly string[];
};

/** A circumstance of the person that changes the way. */
export type Situation = Sourced & {
  readonly situationId: string;
  readonly label: Bilingual;
  readonly note: Bilingual;
  readonly first?: readonly string[];
  readonly materials?: readonly string[];
  readonly instead?: Readonly<Record<string, string>>;
};

/** A service that shows labels on other people's screens. */
export type LabelService = Sourced & {
  readonly serviceId: string;
  readonly name: Bilingual;
  readonly site: string;
  /** How to get to its form. */
  readonly form?: Bilingual;
  readonly papers: readonly string[];
  readonly companyPapers?: readonly string[];
  readonly time: Bilingual;
  readonly note?: Bilingual;
  readonly costFen: 0;
};

/** A false or dangerous claim, and what is true. */
export type Warning = Sourced & { readonly warningId: string; readonly claim: Bilingual; readonly truth: Bilingual };

/** Something that keeps a number from being flagged again. */
export type Tip = Sourced & {
  readonly tipId: string;
  readonly title: Bilingual;
  readonly why: Bilingual;
  /** How often a reminder makes sense. */
  readonly every?: 'month' | 'year' | 'once' | 'journey';
};

export type KnowledgeTables = {
  /** Rules a person can rely on or must know; each has a page. */
  readonly laws: readonly Law[];
  /** Rules behind them that no page lists: counting of time, penalties, duties of whoever runs this product. */
  readonly background: readonly Law[];
  readonly carriers: readonly Carrier[];
  readonly segments: readonly Segment[];
  readonly causes: readonly CauseFacts[];
  readonly synonyms: readonly Synonyms[];
  readonly measures: readonly MeasureFacts[];
  readonly patterns: readonly Pattern[];
  readonly remedies: readonly RemedyFacts[];
  readonly scams: readonly Scam[];
  readonly readyWords: readonly ReadyWords[];
  readonly dunning: readonly DunningRule[];
  readonly courtLessons: readonly CourtLesson[];
  readonly living: readonly LivingTip[];
  readonly channels: readonly Channel[];
  readonly materials: readonly Material[];
  readonly steps: readonly Step[];
  readonly routes: readonly Route[];
  readonly situations: readonly Situation[];
  readonly labelServices: readonly LabelService[];
  readonly warnings: readonly Warning[];
  readonly tips: readonly Tip[];
};

/** The same, found by id. `laws` holds those of the background too. */
export type Knowledge = {
  readonly tables: KnowledgeTables;
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly causes: ReadonlyMap<Cause, CauseFacts>;
  readonly synonyms: ReadonlyMap<ReasonCode, Synonyms>;
  readonly measures: ReadonlyMap<LineFunction, MeasureFacts>;
  readonly remedies: ReadonlyMap<Remedy, RemedyFacts>;
  readonly scams: ReadonlyMap<string, Scam>;
  readonly readyWords: ReadonlyMap<string, ReadyWords>;
  readonly laws: ReadonlyMap<string, Law>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly materials: ReadonlyMap<string, Material>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly routes: ReadonlyMap<ReasonCode, Route>;
  readonly situations: ReadonlyMap<string, Situation>;
  readonly labelServices: ReadonlyMap<string, LabelService>;
  readonly warnings: ReadonlyMap<string, Warning>;
};

/** Finds every row by its id and freezes all of them: what is known changes by a new edition, never while it runs. */
export function compileKnowledge(tables: KnowledgeTables): Knowledge {
  const by = <Row, Id>(rows: readonly Row[], id: (row: Row) => Id) => new Map(rows.map((row) => [id(row), row]));
  return Object.freeze({
    tables: frozen(tables),
    laws: by([...tables.laws, ...tables.background], (one) => one.lawId),
    channels: by(tables.channels, (one) => one.channelId),
    carriers: by(tables.carriers, (one) => one.carrierId),
    causes: by(tables.causes, (one) => one.cause),
    synonyms: by(tables.synonyms, (one) => one.code),
    measures: by(tables.measures, (one) => one.fn),
    remedies: by(tables.remedies, (one) => one.remedy),
    materials: by(tables.materials, (one) => one.materialId),
    steps: by(tables.steps, (one) => one.stepId),
    routes: by(tables.routes, (one) => one.code),
    situations: by(tables.situations, (one) => one.situationId),
    labelServices: by(tables.labelServices, (one) => one.serviceId),
    warnings: by(tables.warnings, (one) => one.warningId),
    scams: by(tables.scams, (one) => one.scamId),
    readyWords: by(tables.readyWords, (one) => one.wordsId),
  });
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
