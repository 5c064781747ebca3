import type { Sheet } from '../../app/escalation/sheet.ts';
import { cleanText } from '../../domain/letters/text.ts';
import { setInType } from './typesetter.ts';

/** A sheet of an escalation file as a PDF of A4 pages, its font embedded. Throws when the page cannot be set. */
export function renderDossier(sheet: Sheet): Promise<Uint8Array> {
  return setInType(
    JSON.stringify(sheet, (_, value) => (typeof value === 'string' ? narrow(cleanText(value)) : value)),
    'dossier',
  );
}

/** The face draws the apostrophe as wide as a Chinese sign; inside an English word the plain one is meant. */
function narrow(words: string): string {
  return words.replace(/(?<=[A-Za-z])’(?=[a-z])/g, "'");
}
