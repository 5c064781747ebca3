type WithCode = { readonly code?: unknown; readonly constraint?: unknown; readonly table?: unknown };

/** The server's five-sign SQLSTATE, or null for whatever did not come from a statement. */
export function sqlState(error: unknown): string | null {
  const code = (error as WithCode | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object) ? code : null;
}

/** Refused by the server as it stood, so that the same can be tried again: deadlock or serialization. */
export function isTransient(error: unknown): boolean {
  return ['40P01', '40001'].includes(sqlState(error) ?? '');
}

/** Two processes made the same job known for the first time, and one did not see the other's: next time it does. */
export function isNewJobRace(error: unknown): boolean {
  return sqlState(error) === '23502' && (error as WithCode).table === '_private_jobs';
}

/** The server looked at the statement and refused it; nothing of it happened, and one item may be to blame. */
export function isRefusedStatement(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && !state.startsWith('08') && !state.startsWith('57P') && !state.startsWith('53');
}

/** Whether a unique constraint of this name was hit. */
export function hitsConstraint(error: unknown, constraint: string): boolean {
  return sqlState(error) === '23505' && (error as WithCode).constraint === constraint;
}

/** Whether any unique constraint was hit. */
export function hitsUnique(error: unknown): boolean {
  return sqlState(error) === '23505';
}

/** A value that the database cannot hold: no repeat of the same can succeed. */
export function isRefusedValue(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '');
}
