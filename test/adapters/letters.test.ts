import { inflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { letterBook } from '../../knowledge/letters/index.ts';
import { unprintableIn } from '../../src/adapters/letters/face.ts';
import { renderDocx } from '../../src/adapters/letters/render-docx.ts';
import { renderPdf } from '../../src/adapters/letters/render-pdf.ts';
import { composeLetter } from '../../src/domain/letters/compose.ts';
import { LETTER_KINDS, type Letter, type LetterKind } from '../../src/domain/letters/letter.ts';
import { linesOf, readPdf, textOf } from './pdf-text.ts';

const RIGHT_MARGIN_PT = (2.6 / 2.54) * 72;
/** Punctuation at the end of a line may hang by half a character. */
const HANGING_PT = 6;

/** What no Chinese line begins or ends with. */
const NEVER_FIRST = /^[，。、；：！？”’）》】」…]/;
const NEVER_LAST = /[“‘（《【「]$/;

const HOSTILE = [
  '#read("/etc/passwd")',
  '#import "@preview/x:0.1.0": *',
  '$x^2$',
  '*粗* _斜_ `码`',
  '@a <label>',
  'C:\\名\\n',
  '<b>粗</b>&amp;<!--',
  ']#panic("x")[',
  '// 注释 /* 也是 */',
  '= 标题',
  '--- ... ~ \'单\' "双"',
  '\u0000\u0007\u001b[31m红\u009b\u202e反\ufffe\ud800',
];

function compose(kind: LetterKind, what_happened = '送外卖'): Letter {
  const known = { name: '林小雨', complained_on: '2026-11-04', carrier: '示例通信', what_happened };
  const facts = kind === 'credit_objection' ? { ...known, credit_entry: '逾期一期' } : known;
  const result = composeLetter(
    { kind, facts, date: '2026-11-23', reference: 'QB-7K3M-9', claimsMisjudged: kind === 'credit_objection' },
    letterBook,
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return result.letter;
}

const saying = (text: string): Letter => ({
  ...compose('carrier_complaint'),
  title: `题${text}`,
  addressee: text,
  paragraphs: [{ id: 'only', text, missing: [] }],
  requests: [text, text],
  enclosures: [text],
  signer: text,
});

/** The text of one file in a Word document, tags taken off. */
function partOf(docx: Uint8Array, name: string): string {
  const bytes = Buffer.from(docx);
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8');
  }
  throw new Error(`no ${name} in the document`);
}

const wordsOf = (xml: string) =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name as 'lt'],
    );
const tight = (text: string) => text.replace(/\s/g, '');
const printable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
  tight(text.replace(/[\u0000-\u001f\u007f-\u009f\u202e\ufffe]|\p{Cs}/gu, ''));

describe('a letter as PDF', () => {
  it.each(LETTER_KINDS)('prints each sentence of %s on A4, with title, reference, date and page', async (kind) => {
    const letter = compose(kind);
    const pages = readPdf(await renderPdf(letter));
    const text = tight(textOf(pages));
    const spoken = [letter.title, letter.reference, letter.date, ...letter.paragraphs.map((one) => one.text)];
    for (const words of [...spoken, ...letter.requests, ...letter.enclosures]) expect(text).toContain(tight(words));
    expect(text).toContain(`第1页，共${pages.length}页`);
    expect(text.includes('此致敬礼！')).toBe(letter.salute);
    for (const { width } of pages) expect(width).toBeCloseTo(595.28, 1);
  });

  it.each(HOSTILE)('takes %j literally', async (text) => {
    const pages = readPdf(await renderPdf(saying(text)));
    const found = tight(textOf(pages)).split(printable(text)).length - 1;
    expect(found).toBe(7);
  });

  it.each(['a', '9', '—', '（', '好'])('keeps 2000 times %s within the page', async (character) => {
    const letter = saying(character.repeat(2000));
    const pages = readPdf(await renderPdf({ ...letter, title: '题', addressee: '示例', signer: '林小雨' }));
    expect(tight(textOf(pages)).split(character).length).toBeGreaterThanOrEqual(3 * 2000);
    const right = Math.max(...pages.flatMap(({ runs }) => runs.map((run) => run.right)));
    expect(right).toBeLessThanOrEqual(595.28 - RIGHT_MARGIN_PT + HANGING_PT);
  });

  it('gives a long address back as it was, when it is copied', async () => {
    const address = 'https://example.com/rider?id=0123456789abcdefghijklmnopqrstuvwxyz&day=2026-11-23,x;y:z!';
    const pages = readPdf(await renderPdf(saying(address)));
    const copied = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
    expect(copied.split(address).length - 1).toBe(7);
  });

  it('embeds its font, names its language and title, and is the same twice', async () => {
    const pdf = await renderPdf(compose('carrier_complaint'));
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toMatch(/\/FontFile2? \d+ 0 R/);
    expect(file).toContain('NotoSerifSC-Regular');
    expect(file).toContain('/Lang (zh-CN)');
    expect(file).toContain('/Title <FEFF');
    expect(file).toContain('/Marked true');
    expect(file).toContain('/StructTreeRoot');
    expect(file).not.toMatch(/CreationDate|ModDate/);
    expect(Buffer.from(await renderPdf(compose('carrier_complaint'))).equals(pdf)).toBe(true);
  });

  it('survives emoji, which the face does not have', async () => {
    const pages = readPdf(await renderPdf(saying('好😀👨‍👩‍👧好')));
    expect(pages.length).toBeGreaterThan(0);
    expect(textOf(pages)).toContain('好');
  });

  it('knows beforehand which characters it cannot print', async () => {
    expect(await unprintableIn('林小雨 喆堃珺䶮㛃𬱖\n（X-1）“好”＿')).toEqual([]);
    expect(await unprintableIn('𬎆好😀👨‍👩‍👧😀')).toEqual(['𬎆', '😀', '👨', '👩', '👧']);
  });

  it('keeps a blank on one line', async () => {
    const letter = saying(`${'好'.repeat(33)}＿＿＿＿＿＿好`);
    const runs = readPdf(await renderPdf(letter)).flatMap((page) => page.runs);
    const blanks = runs.filter(({ text }) => text.includes('＿'));
    expect(blanks.length).toBeGreaterThan(0);
    for (const { text } of blanks) expect(text).toContain('＿＿＿＿＿＿');
  });
});

describe('the lines of a letter', () => {
  const linesIn = async (letter: Letter) => readPdf(await renderPdf(letter)).flatMap(linesOf);
  const expectGoodLines = (lines: readonly string[]) => {
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => NEVER_FIRST.test(line) || NEVER_LAST.test(line))).toEqual([]);
  };

  it.each(LETTER_KINDS)(
    'neither begin with a closing sign nor end with an opening one in %s full of blanks',
    async (kind) => {
      const letter = compose(kind);
      for (const cut of Array.from({ length: 12 }, (_, index) => index)) {
        const paragraphs = letter.paragraphs.map((one) => ({ ...one, text: `${'好'.repeat(cut)}${one.text}` }));
        expectGoodLines(await linesIn({ ...letter, paragraphs }));
      }
    },
  );

  it.each(['a'.repeat(40), '9'.repeat(33), '＿'.repeat(30), 'https://example.com/abcdefghijklmnopqrstuvwxyz'])(
    'keep a sign with the long word %s before it',
    async (word) => {
      for (const cut of Array.from({ length: 40 }, (_, index) => index)) {
        const text = `${'好'.repeat(cut)}（“${word}”）。${word}；（${word}），好`;
        const paragraphs = [{ id: 'only', text, missing: [] }];
        expectGoodLines(await linesIn({ ...compose('undertaking'), paragraphs }));
      }
    },
  );

  it('never leave the signature alone on a page', async () => {
    for (const count of Array.from({ length: 24 }, (_, index) => index)) {
      const letter = compose('carrier_complaint');
      const filling = Array.from({ length: count }, (_, index) => ({ id: `${index}`, text: '好', missing: [] }));
      const pages = readPdf(await renderPdf({ ...letter, paragraphs: [...letter.paragraphs, ...filling] })).map(
        linesOf,
      );
      const signed = pages.find((lines) => lines.some((line) => line.startsWith('敬礼'))) ?? [];
      expect(signed.indexOf('此致')).toBeGreaterThan(1);
      const last = pages.at(-1) ?? [];
      expect(
        last.some((line) => /^(附件：|此致|\d\. )/.test(line)),
        last.join('\n'),
      ).toBe(true);
    }
  });
});

describe('a letter as Word document', () => {
  it.each(LETTER_KINDS)('has each sentence of %s, indented by two characters', async (kind) => {
    const letter = compose(kind);
    const docx = await renderDocx(letter);
    const xml = partOf(docx, 'word/document.xml');
    const text = wordsOf(xml);
    const spoken = [letter.title, letter.date, ...letter.paragraphs.map((one) => one.text)];
    for (const words of [...spoken, ...letter.requests, ...letter.enclosures]) expect(text).toContain(words);
    expect(xml).toContain('w:firstLineChars="200"');
    expect(wordsOf(partOf(docx, 'word/header1.xml'))).toContain(letter.reference);
  });

  it.each(HOSTILE)('takes %j literally', async (text) => {
    const xml = partOf(await renderDocx(saying(text)), 'word/document.xml');
    expect(tight(wordsOf(xml)).split(printable(text)).length - 1).toBe(7);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u);
  });

  it('is the same twice, also later, and tells no time but the day of the letter', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23), toFake: ['Date'] });
    try {
      const early = await renderDocx(compose('undertaking'));
      vi.setSystemTime(Date.UTC(2031, 1, 2, 3, 4, 5));
      expect(Buffer.from(await renderDocx(compose('undertaking'))).equals(early)).toBe(true);
      const core = partOf(early, 'docProps/core.xml');
      expect(core).toContain('<dc:title>关于移动电话号码使用的说明和承诺书</dc:title>');
      expect(core).toContain('<dc:language>zh-CN</dc:language>');
      expect(core).not.toMatch(/\d\d:\d\d/);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a long address break and keeps lines with blanks ragged, and Chinese signs wide', async () => {
    const letter = compose('undertaking', `见 https://example.com/${'a'.repeat(40)}`);
    const xml = partOf(await renderDocx(letter), 'word/document.xml');
    const paragraphs = xml.split('</w:p>');
    const story = paragraphs.find((one) => one.includes('https://'));
    expect(story).toContain('<w:wordWrap w:val="0"/>');
    expect(story).toContain('<w:jc w:val="left"/>');
    expect(paragraphs.find((one) => one.includes('实名核验'))).not.toContain('w:wordWrap');
    expect(paragraphs.find((one) => one.includes('＿') && one.includes('本人'))).toContain('<w:jc w:val="left"/>');
    expect(xml).toContain('w:hint="eastAsia"');
  });

  it('keeps emoji and long words', async () => {
    const text = `😀${'a'.repeat(2000)}👨‍👩‍👧`;
    expect(wordsOf(partOf(await renderDocx(saying(text)), 'word/document.xml'))).toContain(text);
  });
});
