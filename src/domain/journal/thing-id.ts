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
  | 'correspondence'
  | 'mandate'
  | 'correction'
  | 'hold'
  | 'precheck';

const SHAPE =
  /^(flag|lift|case|clock|evidence|notice|delivery|attention|fact|correspondence|mandate|correction|hold|precheck)_([0-9a-z]{1,13})_([0-9a-z]{1,11})$/;

/** `kind_<number in base 36>_<seq in base 36>`, for instance `flag_1y2p0ij32e8e7_4`. */
export function thingId(kind: ThingKind, numberId: string, seq: number): string {
  return `${kind}_${BigInt(numberId).toString(36)}_${seq.toString(36)}`;
}

/** The entry that began a thing, by its id; 0 for what is no id. */
export function seqOf(id: string): number {
  return SHAPE.test(id) ? Number.parseInt(id.split('_')[2] ?? '0', 36) : 0;
}

const LARGEST = 0x7fff_ffff_ffff_ffffn;

/** Whether a text can be the id of a number: a decimal of at most 63 bits. */
export function isNumberId(text: string): boolean {
  return /^[0-9]{1,19}$/.test(text) && BigInt(text) <= LARGEST;
}

/** The number a thing lives in, or null when the text is no id of that kind. */
export function numberOf(kind: ThingKind, id: string): string | null {
  const match = SHAPE.exec(id);
  if (match?.[1] !== kind || match[2] === undefined) return null;
  const numberId = decimalOf(match[2]);
  return isNumberId(numberId) ? numberId : null;
}

function decimalOf(base36: string): string {
  let value = 0n;
  for (const letter of base36) value = value * 36n + BigInt(Number.parseInt(letter, 36));
  return value.toString();
}
