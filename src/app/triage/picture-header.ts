/** What the first bytes of a picture say of it. Sizes are as stored, before the rotation that `orientation` asks for. */
export type PictureHeader = {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1 to 8; 1 when nothing is said. */
  readonly orientation: number;
  readonly animated: boolean;
};

/** Reads a header without decoding anything. Nothing when the bytes do not hold one. */
export function readHeader(bytes: Uint8Array, mediaType: string): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = read(view, mediaType);
  return header && header.width > 0 && header.height > 0 ? header : null;
}

function read(view: DataView, mediaType: string): PictureHeader | null {
  try {
    if (mediaType === 'image/png') return readPng(view);
    if (mediaType === 'image/jpeg') return readJpeg(view);
    if (mediaType === 'image/webp') return readWebp(view);
  } catch (error) {
    // Reading past the end: the header is cut off.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function readPng(view: DataView): PictureHeader | null {
  if (tag(view, 12) !== 'IHDR') return null;
  return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1, animated: hasFrames(view) };
}

/** An animated PNG says so before its first pixels. */
function hasFrames(view: DataView): boolean {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = tag(view, at + 4);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

function readJpeg(view: DataView): PictureHeader | null {
  let orientation = 1;
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation, animated: false };
    }
    if (marker === 0xe1) orientation = readOrientation(view, at + 4) ?? orientation;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Start of frame, which carries the size; the three left out lie in the same range and mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readOrientation(view: DataView, at: number): number | null {
  if (tag(view, at) !== 'Exif') return null;
  const start = at + 6;
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function readWebp(view: DataView): PictureHeader | null {
  const kind = tag(view, 12);
  if (kind === 'VP8X') {
    const animated = (view.getUint8(20) & 0x02) !== 0;
    return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27), orientation: 1, animated };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), orientation: 1, animated: false };
  }
  if (kind !== 'VP8 ') return null;
  const [width, height] = [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  return { width, height, orientation: 1, animated: false };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
