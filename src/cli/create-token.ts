import { createToken as create } from '../app/actors/create-token.ts';
import type { Invocation } from './commands.ts';

/** Prints the token alone, so that a script can take it. */
export async function createToken({ rest, open, print }: Invocation): Promise<number> {
  const [actorId] = rest;
  if (!actorId) {
    print('Say for whom: qingbiao token create ACTOR. 请指明人员。');
    return 2;
  }
  const token = await create(await open(), actorId, 'bearer', 'made by an operator');
  if (token === null) {
    print(`Nobody is called ${actorId}. 没有这个人：${actorId}`);
    return 2;
  }
  print(token);
  return 0;
}
