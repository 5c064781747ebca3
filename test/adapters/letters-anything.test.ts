import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterBook } from '../../knowledge/letters/index.ts';
import { unprintableIn } from '../../src/adapters/letters/face.ts';
import { renderDocx } from '../../src/adapters/letters/render-docx.ts';
import { renderPdf } from '../../src/adapters/letters/render-pdf.ts';
import { composeLetter } from '../../src/domain/letters/compose.ts';
import type { Letter } from '../../src/domain/letters/letter.ts';
import { cleanText, PARAGRAPH_LIMIT } from '../../src/domain/letters/text.ts';
import { readPdf, textOf } from './pdf-text.ts';

const RUNS = { numRuns: 80 };
/** What typst, XML and Word give a meaning to, between plain words. */
const sign = fc.constantFrom(
  ...'#$*_`@<>&;\\/[](){}="\'~-+^%|!?:,.0aZ好，。',
  '#image(',
  '$x$',
  '<w:p>',
  ']]>',
  '//',
  '/*',
);
const words = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''));
const tight = (text: string) => text.replace(/\s/g, '');

function telling(what_happened: string): Letter {
  const result = composeLetter(
    { kind: 'undertaking', facts: { name: '林', what_happened }, date: '2026-11-23', reference: '346-7A9-CDE' },
    letterBook,
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return result.letter;
}

describe('a letter that says anything', () => {
  it('prints it sign for sign', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const told = cleanText(text);
        expect(tight(textOf(readPdf(await renderPdf(telling(text)))))).toContain(tight(`情况说明：${told}`));
      }),
      RUNS,
    );
  });

  it('is set whatever signs there are, and what the face lacks is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const pages = readPdf(await renderPdf(telling(text)));
        expect(textOf(pages)).toContain('敬礼');
        await renderDocx(telling(text));
        const lacking = await unprintableIn(cleanText(text));
        expect(lacking).toEqual(lacking.filter((one) => cleanText(text).includes(one)));
      }),
      RUNS,
    );
  });

  it.each(['＿', '＿＿＿＿＿＿好', '（＿＿＿＿＿＿）', '。', '“', '。a', 'ab，', '\n好', '\u0301', '👨‍👩‍👧'])(
    'sets a paragraph that is nothing but %j',
    async (piece) => {
      const text = piece.repeat(PARAGRAPH_LIMIT / [...piece].length);
      const letter = { ...telling('好'), paragraphs: [{ id: 'only', text, missing: [] }] };
      expect(textOf(readPdf(await renderPdf(letter)))).toContain('敬礼');
    },
  );

  it.each(['𠮷', '𬎆', '😀', '𰻝'])('prints a box for %s, which the face lacks, instead of nothing', async (rare) => {
    const runsWith = async (text: string) => readPdf(await renderPdf(telling(text))).flatMap(({ runs }) => runs);
    const reach = async (text: string) =>
      Math.max(...(await runsWith(text)).filter((run) => run.text.includes('情况说明')).map(({ right }) => right));
    expect(await unprintableIn(rare)).toEqual([rare]);
    expect(await reach(`好${rare}好`)).toBeGreaterThan((await reach('好好')) + 3);
  });

  it.each(['㼆', '喆', '䶮', '㛃', '𬱖'])('prints %s', async (rare) => {
    expect(await unprintableIn(rare)).toEqual([]);
    expect(textOf(readPdf(await renderPdf(telling(`好${rare}好`))))).toContain(`好${rare}好`);
  });
});
