export type Cell = string | number | boolean | null;

/**
 * A table as CSV for spreadsheets: UTF-8 with a byte order mark, so that Excel reads Chinese, and lines as RFC 4180 has them.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** What starts a formula, also after blanks and in full width, and the signs by which a cell could be left. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
