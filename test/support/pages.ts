import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { createHttp } from '../../src/main/http.ts';
import { openWeb } from '../../src/web/render.ts';
import { Visitor } from './visitor.ts';

/** For the top of a test file: pages and API over a context of one's own making, which is asked for when the app stands. */
export function usePagesOver(make: () => AppContext): {
  readonly ctx: AppContext;
  readonly http: FastifyInstance;
  visitor(): Visitor;
} {
  let made: { ctx: AppContext; http: FastifyInstance } | undefined;
  beforeAll(async () => {
    const ctx = make();
    made = { ctx, http: await createHttp(ctx, await openWeb()) };
    await made.http.ready();
  });
  afterAll(() => made?.http.close());
  const get = () => {
    if (!made) throw new Error('the pages exist only inside tests and hooks');
    return made;
  };
  return {
    get ctx() {
      return get().ctx;
    },
    get http() {
      return get().http;
    },
    visitor: () => new Visitor(get().http),
  };
}
