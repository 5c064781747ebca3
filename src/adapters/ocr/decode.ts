import { PhotonImage, resize, SamplingFilter } from '@cf-wasm/photon/node';
import { onWhite, type Pixels, turned } from './pixels.ts';

/** The shorter side after scaling: phones show 1080 to 1440, and small print needs no more. */
const SHORT_SIDE = 1440;

/** The picture as pixels, upright, scaled down where it is larger than needed. Throws when the bytes hold no whole picture. */
export function decode(bytes: Uint8Array, orientation: number): Pixels {
  const stored = PhotonImage.new_from_byteslice(bytes);
  const fitting = fitted(stored);
  const pixels = { width: fitting.get_width(), height: fitting.get_height(), data: fitting.get_raw_pixels() };
  fitting.free();
  onWhite(pixels);
  return turned(pixels, orientation);
}

function fitted(image: PhotonImage): PhotonImage {
  const [width, height] = [image.get_width(), image.get_height()];
  const ratio = SHORT_SIDE / Math.min(width, height);
  if (ratio >= 1) return image;
  const small = resize(image, Math.round(width * ratio), Math.round(height * ratio), SamplingFilter.Triangle);
  image.free();
  return small;
}
