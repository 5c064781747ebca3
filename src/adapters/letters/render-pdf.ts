import type { Letter } from '../../domain/letters/letter.ts';
import { sheetOf } from './sheet.ts';
import { setInType } from './typesetter.ts';

/** The letter as a PDF of A4 pages, its font embedded. Throws when the page cannot be set. */
export function renderPdf(letter: Letter): Promise<Uint8Array> {
  return setInType(JSON.stringify(sheetOf(letter)));
}
