import { chineseDay } from './days.ts';
import type { FactName } from './letter.ts';

/** What is left to fill by hand; several in a row where there is more to tell. */
export const BLANK = '＿＿＿＿＿＿';
const BLANKS_FOR_A_SENTENCE = 5;
/** About two lines of a page. */
const BLANKS_FOR_A_STORY = 9;
/** Longest text of one paragraph, in characters. */
export const PARAGRAPH_LIMIT = 4000;
/** Longest letter, in characters: some twenty pages, more than all facts together. */
export const LETTER_LIMIT = 20_000;

const SHORT_LIMIT = 200;
const LONG_LIMIT = 2000;
const LONG: ReadonlySet<FactName> = new Set([
  'what_happened',
  'measures',
  'message_text',
  'reply',
  'request',
  'credit_entry',
  'work',
]);
/** Facts that are days, or words about a day. */
export const DAYS: ReadonlySet<FactName> = new Set(['since', 'complained_on', 'mandate_until', 'opened_on']);

// Control characters, lone surrogates, non-characters and marks that turn the reading direction.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu;

/** Keeps every printable character as it is; line ends become `\n`, tabs a space, the rest of control is dropped. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '')
    .trim();
}

/** Length as a reader counts: one for each character, also beyond the basic plane. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** How long a fact may be, in characters. */
export function limitOf(fact: FactName): number {
  return LONG.has(fact) ? LONG_LIMIT : SHORT_LIMIT;
}

/** A fact as it is printed. */
export function printed(fact: FactName, value: string): string {
  if (DAYS.has(fact)) return chineseDay(value);
  if (fact === 'mobile_number') return value.replace(/^\+86(?=1\d{10}$)/, '');
  return value;
}

function blanksFor(fact: FactName): number {
  if (fact === 'what_happened') return BLANKS_FOR_A_STORY;
  return LONG.has(fact) ? BLANKS_FOR_A_SENTENCE : 1;
}

const SLOT = /\{([a-z_]+)\}(。?)/g;
const ENDED = /[。！？.!?…]["”’）)]?$/;

/** Fills slots once: braces inside a fact stay what they are, and a fact that ends its sentence gets no second stop. */
export function fillText(
  template: string,
  factOf: (fact: FactName) => string | undefined,
): { readonly text: string; readonly missing: readonly FactName[] } {
  const missing: FactName[] = [];
  const text = template.replace(SLOT, (_, name: string, stop: string) => {
    const fact = name as FactName;
    const value = factOf(fact);
    if (value === undefined) {
      missing.push(fact);
      return BLANK.repeat(blanksFor(fact)) + stop;
    }
    const words = printed(fact, value);
    return ENDED.test(words) ? words : words + stop;
  });
  return { text, missing };
}

const CLAIMS =
  /误判|误封|误停|误伤|错封|错判|错停|判错|封错|停错|冤枉|无辜|誤判|誤封|錯封|(没有?|从未|从来没|未曾|不曾|并未|未)(把|将)?.{0,8}(出租|出借|出售|转借|租给|借给|卖给|借出|租出)/;

/** True when words claim that the decision was a mistake or deny a lending. */
export function claimsMistake(text: string): boolean {
  return CLAIMS.test(text);
}

const NO_ANSWER =
  /(没有?|未|无|沒有?)(收到|得到|接到|给|予|过|任何|我|本人)*(答复|答覆|回复|回應|回应|回音|回电|音信)|不(予)?(答复|回复|理睬|理会|理我)|\bno (answer|reply|response)\b/i;

/** True when words tell that nobody has answered yet. */
export function tellsNoAnswer(text: string): boolean {
  return NO_ANSWER.test(text);
}
