/** A thing of a number's life carries its number and the entry that began it in its id, so that it is found without a look-up. */
export type ThingKind =
  | 'flag'
  | 'lift'
  | 'case'
  | 'clock'
  | 'evidence'
  | 'notice'
  | 'delivery'
  | 'attention'
  | 'fact'
  | 'correspondence';

const SHAPE =
  /^(flag|lift|case|clock|evidence|notice|delivery|attention|fact|correspondence)_([0-9a-z]{1,13})_([0-9a-z]{1,11})$/;

/** `kind_<number in base 36>_<seq in base 36>`, for instance `flag_1y2p0ij32e8e7_4`. */
export function thingId(kind: ThingKind, numberId: string, seq: number): string {
  return `${kind}_${BigInt(numberId).toString(36)}_${seq.toString(36)}`;
}

/** The number a thing lives in, or null when the text is no id of that kind. */
export function numberOf(kind: ThingKind, id: string): string | null {
  const match = SHAPE.exec(id);
  if (match?.[1] !== kind || match[2] === undefined) return null;
  return decimalOf(match[2]);
}

function decimalOf(base36: string): string {
  let value = 0n;
  for (const letter of base36) value = value * 36n + BigInt(Number.parseInt(letter, 36));
  return value.toString();
}
