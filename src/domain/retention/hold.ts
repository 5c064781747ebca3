import type { ActorRef } from '../journal/actor.ts';
import type { Instant } from '../time.ts';

/** A legal hold: while it stands, nothing of the number is forgotten, whoever asks and whatever term is over. */
export type Hold = { readonly placedBy: ActorRef; readonly placedAt: Instant };
