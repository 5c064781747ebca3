import type { ReasonCode, Remedy } from '../flags/words.ts';
import type { Bilingual, Sourced } from './sourced.ts';

/** A rule of law or of a public notice, in plain words. */
export type Law = Sourced & { readonly lawId: string; readonly title: Bilingual; readonly plain: Bilingual };

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
};

/** A paper, with the reason why it is asked for. */
export type Material = Sourced & {
  readonly materialId: string;
  readonly name: Bilingual;
  readonly why: Bilingual;
  /** What does as well when it is not at hand. */
  readonly instead?: Bilingual;
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
  readonly papers: readonly string[];
  readonly time: Bilingual;
  readonly note?: Bilingual;
  readonly costFen: 0;
};

/** A false or dangerous claim, and what is true. */
export type Warning = Sourced & { readonly warningId: string; readonly claim: Bilingual; readonly truth: Bilingual };

/** Something that keeps a number from being flagged again. */
export type Tip = Sourced & { readonly tipId: string; readonly title: Bilingual; readonly why: Bilingual };

export type KnowledgeTables = {
  readonly laws: readonly Law[];
  readonly channels: readonly Channel[];
  readonly materials: readonly Material[];
  readonly steps: readonly Step[];
  readonly routes: readonly Route[];
  readonly situations: readonly Situation[];
  readonly labelServices: readonly LabelService[];
  readonly warnings: readonly Warning[];
  readonly tips: readonly Tip[];
};

/** The same, found by id. */
export type Knowledge = {
  readonly tables: KnowledgeTables;
  readonly laws: ReadonlyMap<string, Law>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly materials: ReadonlyMap<string, Material>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly routes: ReadonlyMap<ReasonCode, Route>;
  readonly situations: ReadonlyMap<string, Situation>;
  readonly labelServices: ReadonlyMap<string, LabelService>;
  readonly warnings: ReadonlyMap<string, Warning>;
};

export function compileKnowledge(tables: KnowledgeTables): Knowledge {
  return {
    tables,
    laws: new Map(tables.laws.map((one) => [one.lawId, one])),
    channels: new Map(tables.channels.map((one) => [one.channelId, one])),
    materials: new Map(tables.materials.map((one) => [one.materialId, one])),
    steps: new Map(tables.steps.map((one) => [one.stepId, one])),
    routes: new Map(tables.routes.map((one) => [one.code, one])),
    situations: new Map(tables.situations.map((one) => [one.situationId, one])),
    labelServices: new Map(tables.labelServices.map((one) => [one.serviceId, one])),
    warnings: new Map(tables.warnings.map((one) => [one.warningId, one])),
  };
}
