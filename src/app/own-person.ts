import { isRefusal, ownScope } from '../access/lists.ts';
import { RefusalError } from '../domain/refusal.ts';
import type { Asker } from './asker.ts';

/** The person of flesh who asks for themselves; refused for staff and machines. */
export function requirePerson({ actor }: Asker): string {
  const scope = ownScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.personId;
}
