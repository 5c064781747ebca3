import type { Static, TObject, TProperties } from 'typebox';
import { Type } from 'typebox';
import type { Asker } from '../../app/asker.ts';
import type { CaseActInput } from '../../app/cases/act-on-case.ts';
import { actOnCase } from '../../app/cases/act-on-case.ts';
import type { CaseView } from '../../app/cases/case-view.ts';
import type { AppContext } from '../../app/context.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Endpoint, Who } from '../endpoint.ts';
import { endpoint } from '../endpoint.ts';
import { CaseSchema, caseReply } from '../schemas/case.ts';
import { CaseParams } from '../schemas/parts.ts';

type CaseActEndpoint<Body extends TProperties> = {
  /** Below the case. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly who: Who;
  readonly body?: TObject<Body>;
  /** Refuses bad content besides a state that does not allow the act. */
  readonly content?: boolean;
} & (
  | { readonly act: (body: Static<TObject<Body>>) => CaseActInput }
  /** In place of the bare act, where a use case of its own stands around it. */
  | {
      readonly run: (
        ctx: AppContext,
        asker: Asker,
        caseId: string,
        body: Static<TObject<Body>>,
        ifVersion: string | undefined,
      ) => Promise<CaseView>;
    }
);

const ETAG = /^(?:W\/)?"([^"]{1,80})"$/;

/** An endpoint that does one act on a case and answers with the case as it is then. */
export function caseActEndpoint<Body extends TProperties = Record<never, never>>(
  definition: CaseActEndpoint<Body>,
): Endpoint {
  const { path, summary, description, who, body, content } = definition;
  const run = runOf(definition);
  const withoutBody = endpoint({
    method: 'POST',
    path: `/cases/:case_id/${path}`,
    tag: 'cases',
    summary,
    description: [description, 'With `If-Match` it is done only on the case as it was read.'].filter(Boolean).join(' '),
    who,
    params: CaseParams,
    status: 200,
    reply: CaseSchema,
    refusals: [403, 404, 409, 412, ...(content ? [422] : [])],
    run: async ({ ctx, asker, params, body: asked, request, reply }) => {
      const view = await run(ctx, asker, params.case_id, asked as never, versionIn(request.headers['if-match']));
      reply.header('etag', `"${view.version}"`);
      return caseReply(view);
    },
  });
  return body ? { ...withoutBody, body } : withoutBody;
}

/** The words that go with an act, and nothing else. */
export const WordsBody = Type.Object(
  { words: Type.String({ minLength: 1, maxLength: 4000 }) },
  { additionalProperties: false },
);

function runOf<Body extends TProperties>(definition: CaseActEndpoint<Body>) {
  if ('run' in definition) return definition.run;
  const { act } = definition;
  return (ctx: AppContext, asker: Asker, caseId: string, body: Static<TObject<Body>>, ifVersion: string | undefined) =>
    actOnCase(ctx, asker, caseId, act(body), ifVersion);
}

function versionIn(header: string | undefined): string | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = ETAG.exec(header)?.[1];
  if (version === undefined) throw new RefusalError(refusal('request.bad_match'));
  return version;
}
