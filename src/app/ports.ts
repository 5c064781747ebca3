import type { Letter } from '../domain/letters/letter.ts';
import type { Locale } from '../locales/index.ts';

/** What a text-message operator says when it takes a message; the receipt comes later, twice, or never. */
export type SmsTaken =
  | { readonly taken: true; readonly messageId: string }
  | { readonly taken: false; readonly code: string };

/** Sends text messages. `deliveryId` makes the operator drop a repeat. Throws when the operator cannot be reached. */
export type SmsPort = {
  send(message: { readonly deliveryId: string; readonly to: string; readonly text: string }): Promise<SmsTaken>;
};

/** Sends mail. Resolves with the server's answer; throws when the server refuses or cannot be reached. */
export type MailPort = {
  send(message: {
    readonly deliveryId: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly locale: Locale;
  }): Promise<{ readonly response: string }>;
};

/** Keeps bytes under their own hash, encrypted. */
export type FilePort = {
  /** Stores the bytes and returns their SHA-256 in hex; the same bytes are stored once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash, or null when they are not there. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Deletes the bytes of a hash; nothing happens when they are not there. */
  remove(sha256: string): Promise<void>;
};

/** Sets a letter in type. Characters that its face cannot print are told beforehand, never dropped in silence. */
export type LetterPort = {
  pdf(letter: Letter): Promise<Uint8Array>;
  docx(letter: Letter): Promise<Uint8Array>;
  unprintableIn(text: string): Promise<string[]>;
};

/** Posts one signed webhook. Resolves with the status; throws when nobody answers in time. */
export type WebhookPort = {
  post(request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<{ readonly status: number }>;
};
