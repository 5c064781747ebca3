import type { Shot } from './shot.ts';

/** The same failure with as little as it takes: headers, query, fields and ends of the body are left out one after another. */
export async function minimise(shot: Shot, fails: (smaller: Shot) => Promise<boolean>): Promise<Shot> {
  let least = shot;
  for (let again = true; again; ) {
    again = false;
    for (const smaller of simpler(least)) {
      if (!(await fails(smaller))) continue;
      least = smaller;
      again = true;
      break;
    }
  }
  return least;
}

function simpler(shot: Shot): Shot[] {
  const { headers, path, body, raw } = shot;
  const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
  const found: Shot[] = Object.keys(headers).map((name) => ({ ...shot, headers: without(name) }));
  if (path.includes('?')) found.push({ ...shot, path: path.split('?')[0] ?? '' });
  if (raw !== undefined || body === null || body === '') return found;
  found.push({ ...shot, body: '' }, ...fewerFields(body).map((less) => ({ ...shot, body: less })));
  if (body.length > 64) found.push({ ...shot, body: body.slice(0, body.length / 2) });
  return found;
}

function fewerFields(body: string): string[] {
  try {
    const value = JSON.parse(Buffer.from(body, 'latin1').toString());
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.keys(value).map((left) =>
      Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(value).filter(([key]) => key !== left)))).toString(
        'latin1',
      ),
    );
  } catch {
    const pairs = body.split('&');
    return pairs.length > 1 ? pairs.map((_, left) => pairs.filter((_, index) => index !== left).join('&')) : [];
  }
}
