import type { Bilingual, Sourced } from './sourced.ts';

/** A company whose customers hold numbers; a virtual one uses the network of a host and is the contract party itself. */
export type Carrier = Sourced & {
  readonly carrierId: string;
  readonly name: Bilingual;
  readonly aliases: readonly string[];
  readonly virtual: boolean;
  /** The network it runs on, where it is known; null for a basic carrier. */
  readonly hostId: string | null;
  readonly hotline: string | null;
  readonly complaintLine: string | null;
  readonly app: Bilingual | null;
  /** Hosts that are its own; their subdomains count too. */
  readonly hosts: readonly string[];
  /** Where a stop by the risk model is lifted online, by the published guide. */
  readonly online: Bilingual;
  /** What the published guide says about shops, and what people met. */
  readonly shops: { readonly promised: Bilingual; readonly seen: Bilingual };
};

export const SEGMENT_KINDS = ['mobile', 'virtual', 'device', 'satellite', 'emergency', 'relay', 'unallocated'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** First digits of numbers and whom they were given to. A hint: mobile numbers can be ported since 2019-12-01. */
export type Segment = Sourced & {
  readonly prefix: string;
  readonly kind: SegmentKind;
  /** All digits of such a number. */
  readonly length: number;
  /** Holder of the segment; of a virtual one the host network; null where it was given to nobody. */
  readonly carrierId: string | null;
};

/** What the first digits suggest. `firm` only where porting cannot have changed it. */
export type CarrierHint = {
  readonly kind: SegmentKind;
  readonly carrierId: string | null;
  readonly firm: boolean;
  readonly segment: Segment;
};

/** The longest segment that a national number (digits alone, no +86) begins with; null when none does. */
export function hintCarrier(segments: readonly Segment[], digits: string): CarrierHint | null {
  const [segment] = segments
    .filter(({ prefix, length }) => digits.length === length && digits.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  if (!segment) return null;
  return { kind: segment.kind, carrierId: segment.carrierId, firm: segment.kind !== 'mobile', segment };
}
