import type { Proof } from '../access/step-up.ts';
import type { Actor } from '../domain/journal/actor.ts';
import type { WriteKey } from './run-command.ts';

/** Who asks, through which door, and under which name of their own for the write. */
export type Asker = {
  readonly actor: Actor;
  /** Where it came in: `api`, `web`, `job`, `seed`. */
  readonly source: string;
  /** The request id, or the sender's own id of the event. */
  readonly sourceId: string;
  readonly key?: WriteKey | undefined;
  /** Why personal data is read or changed, where the asker says more than the use case's own name. */
  readonly purpose?: string | undefined;
  /** When the visit last proved to be the actor's. Left out where no visit asks: jobs and the seed need none. */
  readonly proof?: Proof | undefined;
};
