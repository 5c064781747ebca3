/** A part of a tall picture: its rows, and the rows between which the middle of a line makes the line its own. */
export type Strip = { readonly top: number; readonly height: number; readonly from: number; readonly until: number };

/** Height to width: up to here one look finds the lines of a phone's screen. */
const ONE_LOOK = 2.6;
const STRIP = 2.2;
/** Of the width; half of it is more than a line is high. */
const OVERLAP = 0.16;

/** Cuts a roll of screens into overlapping parts that are looked at one by one; the last one has what is left. */
export function stripsOf({ width, height }: { readonly width: number; readonly height: number }): Strip[] {
  if (height <= ONE_LOOK * width) return [{ top: 0, height, from: 0, until: height }];
  const [tall, overlap] = [Math.round(STRIP * width), Math.max(1, Math.round(OVERLAP * width))];
  const count = Math.ceil((height - overlap) / (tall - overlap));
  return Array.from({ length: count }, (_, index) => {
    const top = index * (tall - overlap);
    const end = Math.min(top + tall, height);
    return {
      top,
      height: end - top,
      from: index === 0 ? 0 : top + overlap / 2,
      until: index === count - 1 ? height : end - overlap / 2,
    };
  });
}
