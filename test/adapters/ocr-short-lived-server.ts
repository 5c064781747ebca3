import { setInterval as everySecond } from 'node:timers';
import { createOcr } from '../../src/adapters/ocr/ocr-in-process.ts';

/** Has one picture read, says who read it, and lives on until somebody kills it. */
const ocr = createOcr({ program: process.argv[2] ?? '' });
await ocr.read({ bytes: new TextEncoder().encode('{"deed":"answer"}'), orientation: 1 });
process.stdout.write(String(ocr.readerPid()));
everySecond(() => {}, 1_000);
