import { type Refusal, refusal } from '../../domain/refusal.ts';
import { checkScreenshot } from './check-screenshot.ts';
import { withoutFurniture } from './furniture.ts';
import { joinLines } from './join-lines.ts';
import type { OcrPort, ReadLine } from './ocr-port.ts';

export type Screenshot = {
  /** Paragraph by paragraph in reading order, without the phone's own furniture. */
  readonly text: string;
  /** The mean over the characters, 0 to 1. */
  readonly confidence: number;
  /** From top to bottom, boxes in pixels of the upright picture, scaled to a short side of at most 1440. */
  readonly lines: readonly ReadLine[];
};

/** What looks like writing below this is mostly leaves, fur and bricks. */
const SURE_ENOUGH = 0.6;
/** Letters and characters that make a text worth reading. */
const ENOUGH = 3;

/**
 * The text of a picture of a phone's screen, or why there is none: a refusal whose code begins with `screenshot.`.
 * The picture stays in memory and is forgotten with the answer.
 */
export async function readScreenshot(ocr: OcrPort, bytes: Uint8Array): Promise<Screenshot | Refusal> {
  const header = await checkScreenshot(bytes);
  if ('code' in header) return header;
  const found = await ocr.read({ bytes, orientation: header.orientation });
  if (!found.read) return refusal(found.code);
  const sure = found.lines.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  const lines = withoutFurniture({ ...found, lines: sure });
  const letters = lines.reduce((sum, { text }) => sum + lettersIn(text), 0);
  if (letters < ENOUGH) return refusal('screenshot.no_text');
  return { text: joinLines(lines), confidence: meanOf(lines), lines };
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function meanOf(lines: readonly ReadLine[]): number {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / characters;
}
