import { importScope } from '../access/imports.ts';
import { authorityScope, deskScope, holdScope, isRefusal } from '../access/lists.ts';
import type { Refusal } from '../domain/refusal.ts';
import { paths } from './paths.ts';
import type { Visit } from './visit.ts';

/** Why this visitor may send no form of this room: what it would do is not theirs to do from there, even where they may elsewhere. */
export function objectToRoom({ actor, page }: Pick<Visit, 'actor' | 'page'>): Refusal | null {
  if (!actor) return null;
  const room = /^\/(desk|authority)(?:\/|$)/.exec(page.path)?.[1];
  if (room === undefined) return null;
  const held = page.path.startsWith(paths.deskHolds);
  const imports = page.path.startsWith(paths.deskImports);
  const ofDesk = held ? holdScope : imports ? importScope : deskScope;
  const scope = room === 'desk' ? ofDesk(actor) : authorityScope(actor);
  return isRefusal(scope) ? scope : null;
}
