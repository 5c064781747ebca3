import type { PictureText, PictureToRead } from '../../app/triage/ocr-port.ts';

/** What the server sends to the process that reads pictures; one at a time. */
export type Asked = PictureToRead;

/** What comes back, once for each picture. A `spent` process is ended, and the next picture gets a new one. */
export type Answered = { readonly text: PictureText | null; readonly spent: boolean };
