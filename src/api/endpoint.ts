import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TProperties, TSchema } from 'typebox';
import type { Asker } from '../app/asker.ts';
import type { AppContext } from '../app/context.ts';
import type { Role } from '../domain/journal/actor.ts';
import type { Locale } from '../locales/index.ts';

export type Who = readonly Role[] | 'signed_in' | 'anyone';

/** What an endpoint's call is given. `asker` is whoever the token names; for `anyone` it must not be used. */
export type Asked<Params, Query, Body> = {
  readonly ctx: AppContext;
  readonly asker: Asker;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly locale: Locale;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type Described = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1`, parameters with a colon. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Roles that can succeed, told in the documentation; `access` decides. */
  readonly who: Who;
  /** Does not keep an `Idempotency-Key`: it is the same however often it is done, or says in its description why not. */
  readonly keyless?: boolean;
  readonly bodyLimit?: number;
  /** Calls are counted by actor and address; `never` for what a monitor asks, `as_system` for machines without an actor. */
  readonly counted?: 'never' | 'as_system';
  /** For uploads: the handler reads the parts itself. */
  readonly multipart?: boolean;
  /** For whole files as they are: the types that are taken, and the handler reads the request itself. */
  readonly streams?: readonly string[];
  readonly status: 200 | 201 | 202 | 204;
  /** Null for a reply without a body, or one that is no JSON. */
  readonly reply: TSchema | null;
  /** Media type of a reply that is no JSON. */
  readonly produces?: string;
  /** Every other status that may be answered, besides 400, 401, 422, 429, 500 and 503. */
  readonly refusals: readonly number[];
};

/** One endpoint: who, input, every reply by status, and one call into `app`. */
export type Endpoint = Described & {
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly run: (asked: Asked<never, never, never>) => Promise<unknown>;
};

type Nothing = Record<never, never>;

/** Keeps the types of one endpoint's input together, and forgets them for the list of all. */
export function endpoint<
  Params extends TProperties = Nothing,
  Query extends TProperties = Nothing,
  Body extends TProperties = Nothing,
>(
  definition: Described & {
    readonly params?: TObject<Params>;
    readonly query?: TObject<Query>;
    readonly body?: TObject<Body>;
    readonly run: (
      asked: Asked<Static<TObject<Params>>, Static<TObject<Query>>, Static<TObject<Body>>>,
    ) => Promise<unknown>;
  },
): Endpoint {
  return definition as Endpoint;
}

/** What any endpoint may answer besides its own statuses; what is sent may be too large, of a wrong type, or a parameter unknown. */
export function declaredBy({ status, refusals, who, method, counted }: Endpoint): number[] {
  // Anybody may send a body along, also where none is read.
  const sent = method === 'GET' ? [] : [413, 415];
  // A key may be cut down to less than its actor may.
  const signedIn = who === 'anyone' ? [] : [401, 403];
  const limited = counted === 'never' ? [] : [429];
  return [...new Set([status, 400, ...signedIn, ...refusals, ...sent, 422, ...limited, 500, 503])];
}
