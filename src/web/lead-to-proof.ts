import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../app/context.ts';
import { putActAside } from '../app/sign-in/prove.ts';
import type { Actor } from '../domain/journal/actor.ts';
import { paths } from './paths.ts';

/** Puts what was just sent aside and answers where to prove oneself; from there it goes on as it was typed. */
export async function leadToProof(ctx: AppContext, actor: Actor, request: FastifyRequest): Promise<string> {
  const fields = request.method === 'POST' ? fieldsOf(request.body) : null;
  const name = await putActAside(ctx, actor, { path: request.url, fields });
  return `${paths.prove}?act=${name}`;
}

/** The fields of a form as they were sent; what proves where it came from is made anew. */
function fieldsOf(body: unknown): Record<string, string> {
  const given = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    given
      .filter(([name]) => name !== 'csrf')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value ?? '')]),
  );
}
