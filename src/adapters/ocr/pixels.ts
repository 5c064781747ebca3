/** Pixels row by row, each red, green, blue and opacity. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

const CHANNELS = 4;

/** Where the pixel (x, y) of the turned picture stands in the stored one of `width` × `height`, by EXIF orientation. */
const TURNS: Readonly<
  Record<number, (x: number, y: number, width: number, height: number) => readonly [number, number]>
> = {
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _width, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _width, height) => [y, height - 1 - x],
  7: (x, y, width, height) => [width - 1 - y, height - 1 - x],
  8: (x, y, width) => [width - 1 - y, x],
};

/** The picture as its camera wants it looked at. Orientation 1, or one that is not defined, changes nothing. */
export function turned(picture: Pixels, orientation: number): Pixels {
  const turn = TURNS[orientation];
  if (!turn) return picture;
  const sideways = orientation >= 5;
  const [width, height] = sideways ? [picture.height, picture.width] : [picture.width, picture.height];
  // Whole pixels move, so that both sides are seen as 32-bit numbers.
  const from = new Uint32Array(picture.data.slice().buffer);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = turn(x, y, picture.width, picture.height);
      to[y * width + x] = from[fromY * picture.width + fromX] ?? 0;
    }
  }
  return { width, height, data: new Uint8Array(to.buffer) };
}

/** The rows from `top` on, sharing memory with the picture. */
export function rows(picture: Pixels, top: number, height: number): Pixels {
  const rowBytes = picture.width * CHANNELS;
  return { width: picture.width, height, data: picture.data.subarray(top * rowBytes, (top + height) * rowBytes) };
}

/** Lays the picture on white, where it lets its ground through. Changes the bytes in place. */
export function onWhite({ data }: Pixels): void {
  for (let at = 0; at < data.length; at += CHANNELS) {
    const opacity = data[at + 3] ?? 255;
    if (opacity === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1) {
      data[channel] = Math.round(((data[channel] ?? 0) * opacity + 255 * (255 - opacity)) / 255);
    }
    data[at + 3] = 255;
  }
}
