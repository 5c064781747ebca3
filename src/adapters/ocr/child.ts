import { setPriority } from 'node:os';
import type { PictureToRead } from '../../app/triage/ocr-port.ts';
import { decode } from './decode.ts';
import type { Answered, Asked } from './messages.ts';
import type { Pixels } from './pixels.ts';
import { createRecogniser, type Recogniser } from './recognise.ts';

/** Memory that WebAssembly took is never given back, so a process that grew this large ends after its answer. */
const SPENT_BYTES = 600 * 1024 * 1024;
/** People at the pages come before pictures. */
const NICE = 10;

let loading: Promise<Recogniser> | null = null;

async function answer(asked: Asked): Promise<Answered> {
  const pixels = tryDecode(asked);
  // A decoder that stopped half-way may be in disorder.
  if (pixels === null) return { text: null, spent: true };
  loading ??= createRecogniser();
  const recognise = await loading;
  const text = await recognise(pixels);
  return { text, spent: process.memoryUsage.rss() > SPENT_BYTES };
}

function tryDecode({ bytes, orientation }: PictureToRead): Pixels | null {
  try {
    return decode(bytes, orientation);
  } catch {
    return null;
  }
}

setPriority(NICE);
// The server is gone, or wants us gone: nothing of a picture outlives it.
process.on('disconnect', () => process.exit(0));
process.on('message', (asked: Asked) => {
  // What is thrown here ends the process, and the server answers for it.
  void answer(asked).then((answered) => process.send?.(answered));
});
