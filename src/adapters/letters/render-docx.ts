import type { IParagraphOptions } from 'docx';
import type { Letter } from '../../domain/letters/letter.ts';
import { BLANK } from '../../domain/letters/text.ts';
import { coreProperties, withoutTimes } from './docx-stamps.ts';
import { sheetOf } from './sheet.ts';

type Docx = typeof import('docx');

/** Song is the face that every Chinese office program has; its Latin companion likewise. */
const FACE = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '宋体',
  cs: 'Times New Roman',
  // Quotation marks and dashes are as wide as the characters about them.
  hint: 'eastAsia',
};
/** A run without a place to break, which would pull the line above it apart; programs differ in whether they break it. */
const LONG_RUN = /[^\s\p{Script=Han}]{30,}/u;
const isRagged = (line: string) => line.includes(BLANK) || LONG_RUN.test(line);
const TWIPS_PER_CM = 567;
const A4 = { width: 11906, height: 16838 };
/** Half points. */
const SIZE = { title: 36, body: 24, small: 18 };
const LINE = 400;
/** Hundredths of a character: the indent stays two characters in whatever size the person chooses. */
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 2 * 12 * 20 };

/** The letter as an editable Word document on A4. */
export async function renderDocx(letter: Letter): Promise<Uint8Array> {
  const docx = await import('docx');
  const sheet = sheetOf(letter);
  const document = new docx.Document({
    styles: {
      default: {
        document: { run: { font: FACE, size: SIZE.body, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: {
              top: 2.8 * TWIPS_PER_CM,
              bottom: 2.6 * TWIPS_PER_CM,
              left: 2.8 * TWIPS_PER_CM,
              right: 2.6 * TWIPS_PER_CM,
            },
          },
        },
        headers: { default: new docx.Header({ children: [small(docx, `编号：${sheet.reference}`, 'right')] }) },
        footers: { default: new docx.Footer({ children: [pageNumber(docx)] }) },
        children: body(docx, sheet).map((options) => new docx.Paragraph(options)),
      },
    ],
  });
  return withoutTimes(await docx.Packer.toBuffer(document, false, [coreProperties(sheet.title)]));
}

function body(docx: Docx, sheet: ReturnType<typeof sheetOf>): IParagraphOptions[] {
  const run = (text: string, size = SIZE.body, bold = false) => new docx.TextRun({ text, size, bold, font: FACE });
  const flush = (text: string, rest: IParagraphOptions = {}): IParagraphOptions => ({
    spacing: { line: LINE },
    ...rest,
    children: [run(text)],
  });
  const indented = (text: string, rest: IParagraphOptions = {}) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) =>
        flush(line, {
          alignment: isRagged(line) ? 'left' : 'both',
          wordWrap: LONG_RUN.test(line),
          indent: TWO_CHARACTERS,
          ...rest,
        }),
      );
  const listed = (items: readonly string[]) => items.flatMap((item) => indented(item));
  // What stands last goes with the signature, which is never alone on a page.
  const ended = (items: readonly string[]) =>
    items.flatMap((item, index) => indented(item, { keepNext: index === items.length - 1 }));
  return [
    { alignment: 'center', spacing: { before: 200, after: 360 }, children: [run(sheet.title, SIZE.title, true)] },
    flush(`${sheet.addressee}：`),
    ...(sheet.requests.length > 0
      ? [...listed(sheet.paragraphs), ...indented(sheet.requestsLead, { keepNext: true }), ...ended(sheet.requests)]
      : ended(sheet.paragraphs)),
    ...(sheet.salute ? [...indented('此致', { keepNext: true }), flush('敬礼！', { keepNext: true })] : []),
    ...sheet.signature.map((text, index) =>
      flush(text, {
        alignment: 'right',
        keepNext: index < sheet.signature.length - 1,
        spacing: { line: LINE, before: index === 0 ? 480 : 120 },
      }),
    ),
    ...(sheet.enclosures.length > 0
      ? [flush('附件：', { keepNext: true, spacing: { line: LINE, before: 360 } }), ...listed(sheet.enclosures)]
      : []),
    ...(sheet.citations.length > 0 ? ['引用的条文：', ...sheet.citations] : []).map((text, index) => ({
      spacing: { before: index === 0 ? 360 : 40 },
      keepNext: index === 0,
      children: [run(text, SIZE.small)],
    })),
  ];
}

function small(docx: Docx, text: string, alignment: 'right' | 'center') {
  return new docx.Paragraph({ alignment, children: [new docx.TextRun({ text, size: SIZE.small, font: FACE })] });
}

function pageNumber(docx: Docx) {
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  return new docx.Paragraph({
    alignment: 'center',
    children: [
      new docx.TextRun({ children: ['第 ', CURRENT, ' 页，共 ', TOTAL_PAGES, ' 页'], size: SIZE.small, font: FACE }),
    ],
  });
}
