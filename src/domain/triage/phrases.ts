/** A phrase found in a normalised text; `phrase` is the same number for the same phrase. */
export type Hit<Cue extends string> = {
  readonly cue: Cue;
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
};

/** Few children are found faster in a row than in a map; a node with many has both. */
type Node<Cue> = {
  found: { cue: Cue; phrase: number }[];
  units: number[];
  nodes: Node<Cue>[];
  many: Map<number, Node<Cue>> | null;
};
const MANY = 8;

/** Finds every phrase of every cue in one pass over the text; `mask` phrases hide what lies inside them. */
export function compilePhrases<Cue extends string>(
  lexicon: Readonly<Record<Cue, readonly string[]>>,
  mask: Cue,
): (text: string) => Hit<Cue>[] {
  const roots: (Node<Cue> | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);
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
      const first = text.charCodeAt(start);
      if (isLetter(first) && isLetter(text.charCodeAt(start - 1))) continue;
      let node = roots[first];
      for (let end = start + 1; node; end += 1) {
        if (end - start <= SHORT_WORD && isLetter(first) && isLetter(text.charCodeAt(end))) {
          node = child(node, text.charCodeAt(end));
          continue;
        }
        for (const { cue, phrase } of node.found) {
          hits.push({ cue, phrase, start, end });
          masked ||= cue === mask;
        }
        node = end < text.length ? child(node, text.charCodeAt(end)) : undefined;
      }
    }
    return masked ? withoutMasked(hits, mask) : hits;
  };
}

/** English words begin where a word begins; short ones are whole words ("owe" is not in "however"). */
const SHORT_WORD = 4;

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function child<Cue>(node: Node<Cue>, unit: number): Node<Cue> | undefined {
  if (node.many) return node.many.get(unit);
  const at = node.units.indexOf(unit);
  return at === -1 ? undefined : node.nodes[at];
}

function plant<Cue>(roots: (Node<Cue> | undefined)[], text: string, what: { cue: Cue; phrase: number }): void {
  const first = text.charCodeAt(0);
  let node = roots[first] ?? emptyNode<Cue>();
  roots[first] = node;
  for (let at = 1; at < text.length; at += 1)
    node = child(node, text.charCodeAt(at)) ?? grow(node, text.charCodeAt(at));
  node.found.push(what);
}

function grow<Cue>(node: Node<Cue>, unit: number): Node<Cue> {
  const grown = emptyNode<Cue>();
  node.units.push(unit);
  node.nodes.push(grown);
  if (node.many) node.many.set(unit, grown);
  else if (node.units.length > MANY)
    node.many = new Map(node.units.map((one, at) => [one, node.nodes[at] as Node<Cue>]));
  return grown;
}

function emptyNode<Cue>(): Node<Cue> {
  return { found: [], units: [], nodes: [], many: null };
}

function withoutMasked<Cue extends string>(hits: readonly Hit<Cue>[], mask: Cue): Hit<Cue>[] {
  const masks = hits.filter((hit) => hit.cue === mask);
  return hits.filter(
    (hit) => hit.cue !== mask && !masks.some((cover) => cover.start <= hit.start && hit.end <= cover.end),
  );
}
