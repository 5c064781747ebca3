import type { Answer, Shot } from './shot.ts';

/** Something that only some may see: the words themselves, or the life that they belong to. */
export type Guard = {
  readonly name: string;
  /** What its answers may not hold for others. */
  readonly secrets: readonly string[];
  /** Parts of addresses that name it. */
  readonly marks: readonly string[];
  readonly open: ReadonlySet<string>;
};

export type Verdict = 'fine' | 'failed' | 'leaked' | 'forged' | 'silent';

/** What is wrong with an answer. */
export function judge(shot: Shot, answer: Answer | null, guards: readonly Guard[]): Verdict {
  if (answer === null) return 'fine';
  if (answer.status >= 500) return 'failed';
  if (guards.some((guard) => leaks(guard, shot, answer))) return 'leaked';
  if (shot.forged && isTaken(answer)) return 'forged';
  return 'fine';
}

function leaks({ secrets, marks, open }: Guard, shot: Shot, answer: Answer): boolean {
  if (open.has(shot.actor)) return false;
  const [address = ''] = shot.path.split('?');
  if (answer.status < 300 && marks.some((mark) => address.includes(mark))) return true;
  const said = `${JSON.stringify(answer.headers)}\n${answer.body.toString('utf8')}`;
  const asked = `${shot.path} ${shot.body ?? ''} ${shot.raw ?? ''} ${JSON.stringify(shot.headers)}`;
  return secrets.some((secret) => said.includes(secret) && !asked.includes(secret));
}

/** A form that was not refused: done, or led on to anything but the door. */
function isTaken({ status, headers }: Answer): boolean {
  if (status < 300) return true;
  return status < 400 && !/^\/(sign-in|prove)/.test(headers.location ?? '');
}
