import { Type } from 'typebox';
import { proveToken } from '../../app/sign-in/prove.ts';
import { endMySession, listMySessions, rotateKey } from '../../app/sign-in/sessions.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { bearerIn } from '../auth.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, Moment, nullable } from '../schemas/parts.ts';

const SessionSchema = Type.Object(
  {
    session_id: Id,
    kind: choice(['browser', 'bearer']),
    label: Type.String(),
    device: nullable(Type.String({ description: 'Coarse name of the browser and its system' })),
    scopes: Type.Unsafe<readonly string[] | null>({
      type: ['array', 'null'],
      items: { type: 'string' },
      description: 'What a key may do; null for everything its actor may',
    }),
    created_at: Moment,
    last_used_at: nullable(Moment),
    expires_at: nullable(Moment),
    current: Type.Boolean(),
  },
  { title: 'Session' },
);

export const listMySessionsEndpoint = endpoint({
  method: 'GET',
  path: '/me/sessions',
  tag: 'me',
  summary: '我的登录 / Where I am signed in, and the keys that speak for me',
  description: '`last_used_at` is told at most once an hour.',
  who: 'signed_in',
  status: 200,
  reply: Type.Object({ items: Type.Array(SessionSchema) }),
  refusals: [],
  run: async ({ ctx, asker, request }) => {
    const items = await listMySessions(ctx, asker);
    return { items: items.map((one) => ({ ...one, current: one.sessionId === request.session?.sessionId })) };
  },
});

export const endMySessionEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:session_id',
  tag: 'me',
  summary: '结束一次登录 / End one of my sessions or keys',
  description: 'Also the one that asks. In other processes it is dead within two seconds.',
  who: 'signed_in',
  params: Type.Object({ session_id: Id }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [404],
  run: ({ ctx, asker, params }) => endMySession(ctx, asker, params.session_id),
});

export const rotateKeyEndpoint = endpoint({
  method: 'POST',
  path: '/me/key/rotate',
  tag: 'keys',
  summary: '更换密钥 / Replace the key that asks',
  description:
    'A fresh key with the same scopes and the same life, told this once; the one that asks ends after a day. Open to keys of every scope. Asked twice, it makes two.',
  who: 'signed_in',
  keyless: true,
  status: 201,
  reply: Type.Object({ token: Type.String(), expires_at: Moment, former_until: Moment }),
  refusals: [409],
  run: ({ ctx, asker, request }) => rotateKey(ctx, asker.actor.id, request.session?.sessionId ?? ''),
});

export const proveMyselfEndpoint = endpoint({
  method: 'POST',
  path: '/me/proof',
  tag: 'keys',
  summary: '再次证明身份 / Prove myself by my authenticator app',
  description:
    'For staff who speak through a program: weighty acts are refused as `access.step_up` unless this was done in the last ten minutes. Keys of systems need it never.',
  who: 'signed_in',
  body: input({ code: Type.String({ minLength: 6, maxLength: 12 }) }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [],
  run: async ({ ctx, asker, request, body }) => {
    const { session } = request;
    const token = bearerIn(request.headers.authorization);
    if (!session || token === undefined) throw new RefusalError(refusal('access.sign_in'));
    await proveToken(ctx, { actor: asker.actor, sessionId: session.sessionId, token, code: body.code });
  },
});
