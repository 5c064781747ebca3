/** A phrase found in a normalised text; `phrase` is the same number for the same phrase. */
export type Hit<Cue extends string> = {
  readonly cue: Cue;
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
};

type Found<Cue> = { readonly cue: Cue; readonly phrase: number };

/** Finds every phrase of every cue in one pass over the text; `mask` phrases hide what lies inside them. */
export function compilePhrases<Cue extends string>(
  lexicon: Readonly<Record<Cue, readonly string[]>>,
  mask: Cue,
): (text: string) => Hit<Cue>[] {
  const all = (Object.entries(lexicon) as [Cue, readonly string[]][]).flatMap(([cue, phrases]) =>
    phrases.map((text) => ({ cue, text })),
  );
  const signs = signsOf(all.map(({ text }) => text));
  const { next, found } = treeOf(all, signs);
  return (text) => {
    const hits: Hit<Cue>[] = [];
    let masked = false;
    for (let start = 0; start < text.length; start += 1) {
      const first = text.charCodeAt(start);
      const latin = isLetter(first);
      if (latin && isLetter(text.charCodeAt(start - 1))) continue;
      let node = next(0, signs[first] as number);
      for (let end = start + 1; node !== 0; end += 1) {
        const here = found[node];
        if (here && !(latin && end - start <= SHORT_WORD && isLetter(text.charCodeAt(end)))) {
          for (const { cue, phrase } of here) {
            hits.push({ cue, phrase, start, end });
            masked ||= cue === mask;
          }
        }
        node = end < text.length ? next(node, signs[text.charCodeAt(end)] as number) : 0;
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

/** A small number for each sign that phrases use; 0 for all others. */
function signsOf(phrases: readonly string[]): Uint16Array {
  const signs = new Uint16Array(0x10000);
  let known = 0;
  for (const phrase of phrases) {
    for (let at = 0; at < phrase.length; at += 1) {
      const unit = phrase.charCodeAt(at);
      if (signs[unit] !== 0) continue;
      known += 1;
      signs[unit] = known;
    }
  }
  return signs;
}

const SPREAD = 0x9e3779b1;

/** The tree of phrases as one table of steps: nothing is allocated while a text is read. */
function treeOf<Cue>(all: readonly { cue: Cue; text: string }[], signs: Uint16Array) {
  const width = signs.reduce((most, sign) => Math.max(most, sign), 0) + 1;
  const steps = new Map<number, number>();
  const found: (Found<Cue>[] | undefined)[] = [undefined];
  for (const [phrase, { cue, text }] of all.entries()) {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      const step = node * width + (signs[text.charCodeAt(at)] as number);
      node = steps.get(step) ?? found.push(undefined) - 1;
      steps.set(step, node);
    }
    found[node] = [...(found[node] ?? []), { cue, phrase }];
  }
  const bits = Math.ceil(Math.log2(steps.size * 2 + 2));
  const keys = new Int32Array(1 << bits).fill(-1);
  const nodes = new Int32Array(1 << bits);
  const placeOf = (step: number): number => {
    let place = Math.imul(step, SPREAD) >>> (32 - bits);
    while (keys[place] !== -1 && keys[place] !== step) place = (place + 1) & (keys.length - 1);
    return place;
  };
  for (const [step, node] of steps) {
    const place = placeOf(step);
    keys[place] = step;
    nodes[place] = node;
  }
  const next = (node: number, sign: number): number =>
    sign === 0 ? 0 : (nodes[placeOf(node * width + sign)] as number);
  return { next, found };
}

function withoutMasked<Cue extends string>(hits: readonly Hit<Cue>[], mask: Cue): Hit<Cue>[] {
  const masks = hits.filter((hit) => hit.cue === mask);
  return hits.filter(
    (hit) => hit.cue !== mask && !masks.some((cover) => cover.start <= hit.start && hit.end <= cover.end),
  );
}
