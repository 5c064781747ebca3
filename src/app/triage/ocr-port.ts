/** A rectangle in the pixels of the picture as it is looked at, from its top left corner. */
export type PictureBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One line of text found in a picture; `confidence` runs from 0 to 1. */
export type ReadLine = { readonly text: string; readonly confidence: number; readonly box: PictureBox };

/** The size of a picture after its rotation, and its lines from top to bottom. */
export type PictureText = { readonly width: number; readonly height: number; readonly lines: readonly ReadLine[] };

/** A picture whose type and size were checked beforehand; see `check-screenshot.ts`. */
export type PictureToRead = {
  readonly bytes: Uint8Array;
  /** How the picture is to be turned: the EXIF orientation, 1 to 8. */
  readonly orientation: number;
};

/** Why no text came back: too many wait, it took too long, or the bytes hold no whole picture. */
export type NotRead = 'screenshot.busy' | 'screenshot.took_too_long' | 'screenshot.unreadable';

/** Finds lines of text in a picture. Keeps nothing of it. */
export type OcrPort = {
  read(
    picture: PictureToRead,
  ): Promise<({ readonly read: true } & PictureText) | { readonly read: false; readonly code: NotRead }>;
  /** Ends what runs; a later `read` starts anew. */
  stop(): Promise<void>;
};
