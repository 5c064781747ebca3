import type { Writable } from 'node:stream';

/** Bytes that unfinished uploads may hold in memory together, a dozen of the largest; what goes beyond is told to come later. */
const ROOM_BYTES = 128 * 1024 * 1024;

/** Room that is taken bit by bit, and given back when the answer has gone or there was not enough. */
export type Room = {
  /** False when there is none left, now and from then on; what was taken before is given back. */
  take(bytes: number): boolean;
};

let free = ROOM_BYTES;

/** The room of one upload, out of that of the whole process: taken as its bytes come, given back when its response ends. */
export function roomUntil(response: Writable): Room {
  let taken = 0;
  let over = false;
  const leave = () => {
    free += taken;
    taken = 0;
    over = true;
  };
  response.once('close', leave);
  return {
    take: (bytes) => {
      if (bytes > free) leave();
      if (over) return false;
      free -= bytes;
      taken += bytes;
      return true;
    },
  };
}
