import type { PictureText } from '../../src/app/triage/ocr-port.ts';
import { waysOut } from './ocr-ways-out.ts';

/** What a reader does when the picture, JSON here, says so; stands where the reader of pictures stands. */
type Deed = 'answer' | 'die' | 'hang' | 'hoard' | 'escape' | 'overwork';

async function obey(deed: Deed, rest: { folder: string; port: number }): Promise<string> {
  if (deed === 'die') process.exit(139);
  if (deed === 'hang') {
    // Like a decoder that never ends: not even an order to stop is heard.
    for (;;);
  }
  if (deed === 'hoard') return String(Array.from({ length: 40 }, () => new Uint8Array(50_000_000).fill(1)).length);
  if (deed === 'escape') return (await waysOut(rest)).join();
  return String(process.pid);
}

process.on('disconnect', () => process.exit(0));
process.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  const { deed, ...rest } = JSON.parse(new TextDecoder().decode(bytes));
  void obey(deed, rest).then((text) => {
    const lines = [{ text, confidence: 1, box: { x: 0, y: 0, width: 1, height: 1 } }];
    const found: PictureText = { width: 1, height: 1, lines };
    process.send?.({ text: found, spent: deed === 'overwork' });
  });
});
