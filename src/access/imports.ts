import type { Import, ImportAct } from '../domain/imports/import.ts';
import { IMPORT_ACTS, importAllows } from '../domain/imports/import.ts';
import type { Actor } from '../domain/journal/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refusal } from '../domain/refusal.ts';

const LOOK_ON: readonly Actor['role'][] = ['agent', 'reviewer', 'policy_owner', 'auditor', 'admin', 'system'];
/** Whoever pours in facts may raise flags by the thousand: nobody who works on cases. */
const MAY_IMPORT: readonly Actor['role'][] = ['policy_owner', 'admin', 'system'];

/** The carrier whose imports this actor may see, or why there is none. */
export function importScope(actor: Actor): { readonly carrierId: string } | Refusal {
  return LOOK_ON.includes(actor.role) && actor.carrierId !== null
    ? { carrierId: actor.carrierId }
    : refusal('access.denied');
}

/** Whether this actor may send files of facts for their carrier, and hold or end one. */
export function mayImport(actor: Actor): boolean {
  return MAY_IMPORT.includes(actor.role) && actor.carrierId !== null;
}

/** Why this actor may not do this with the import: another carrier's is not there. */
export function objectToImportAct(one: Import | null, act: ImportAct, actor: Actor): Refusal | null {
  if (!one || !maySeeImport(one, actor)) return refusal('access.not_found');
  if (!mayImport(actor)) return refusal('access.denied');
  return importAllows(one.status, act) ? null : refusal('import.wrong_state', { status: one.status, act });
}

export function maySeeImport(one: Import, actor: Actor): boolean {
  const scope = importScope(actor);
  return 'carrierId' in scope && scope.carrierId === one.carrierId;
}

/** The acts that are open to this actor now. */
export function importActs(one: Import, actor: Actor): ImportAct[] {
  return IMPORT_ACTS.filter((act) => objectToImportAct(one, act, actor) === null);
}
