import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { AppContext } from '../context.ts';
import { knownStaffNames } from '../desk/staff-names.ts';

/** Tells in a refusal because of a colleague's work who that is, by name; any other error stays as it is. */
export async function nameAssignee(ctx: AppContext, error: unknown): Promise<unknown> {
  if (!(error instanceof RefusalError) || error.refusal.code !== 'case.assigned_to_other') return error;
  const { code, data, pointer } = error.refusal;
  const id = String(data?.assigned_to);
  const nameOf = await knownStaffNames(ctx, [id]);
  return new RefusalError(refusal(code, { ...data, assigned_to_name: nameOf(id) ?? id }, pointer));
}
