/** A phrase found in a normalised text; `phrase` is the same number for the same phrase. */
export type Hit<Cue extends string> = {
  readonly cue: Cue;
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
};

type Node<Cue> = { found: { cue: Cue; phrase: number }[]; next: Map<number, Node<Cue>> | null };

/** Finds every phrase of every cue in one pass over the text; `mask` phrases hide what lies inside them. */
export function compilePhrases<Cue extends string>(
  lexicon: Readonly<Record<Cue, readonly string[]>>,
  mask: Cue,
): (text: string) => Hit<Cue>[] {
  const roots: (Node<Cue> | undefined)[] = new Array(0x10000);
  let planted = 0;
  for (const [cue, phrases] of Object.entries(lexicon) as [Cue, readonly string[]][]) {
    for (const phrase of phrases) {
      plant(roots, phrase, { cue, phrase: planted });
      planted += 1;
    }
  }
  return (text) => {
    const hits: Hit<Cue>[] = [];
    let masked = false;
    for (let start = 0; start < text.length; start += 1) {
      let node = roots[text.charCodeAt(start)];
      for (let end = start + 1; node; end += 1) {
        for (const { cue, phrase } of node.found) {
          hits.push({ cue, phrase, start, end });
          masked ||= cue === mask;
        }
        node = end < text.length ? node.next?.get(text.charCodeAt(end)) : undefined;
      }
    }
    return masked ? withoutMasked(hits, mask) : hits;
  };
}

function plant<Cue>(roots: (Node<Cue> | undefined)[], text: string, what: { cue: Cue; phrase: number }): void {
  const first = text.charCodeAt(0);
  let node: Node<Cue> = roots[first] ?? { found: [], next: null };
  roots[first] = node;
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    node.next ??= new Map();
    const next: Node<Cue> = node.next.get(unit) ?? { found: [], next: null };
    node.next.set(unit, next);
    node = next;
  }
  node.found.push(what);
}

function withoutMasked<Cue extends string>(hits: readonly Hit<Cue>[], mask: Cue): Hit<Cue>[] {
  const masks = hits.filter((hit) => hit.cue === mask);
  return hits.filter(
    (hit) => hit.cue !== mask && !masks.some((cover) => cover.start <= hit.start && hit.end <= cover.end),
  );
}
