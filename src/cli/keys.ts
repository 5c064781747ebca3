import { createKey, endKey, listKeys } from '../app/sign-in/keys.ts';
import { rotateKey } from '../app/sign-in/sessions.ts';
import type { CliCommand } from './commands.ts';
import { ask, textIn } from './people.ts';

const text = { type: 'string' } as const;

/** Keys of systems: scoped, ending on their own, replaced without a gap. */
export const KEY_COMMANDS: readonly CliCommand[] = [
  {
    words: ['key', 'create'],
    takes: 'ACTOR …',
    does: 'make a key, shown once; --scopes read|write|TAG|TAG:read,…, --days N (1 to 730, by default 90), --label WORDS',
    run: (invocation) =>
      ask(invocation, { scopes: text, days: text, label: text }, (ctx, actorId, given) =>
        createKey(ctx, {
          actorId,
          scopes: textIn(given, 'scopes') || 'write',
          days: Number(textIn(given, 'days') || '90'),
          label: textIn(given, 'label') || 'made by an operator',
        }),
      ),
  },
  {
    words: ['key', 'list'],
    takes: 'ACTOR',
    does: 'the keys that speak for an actor, with scopes, end and last use',
    run: (invocation) =>
      ask(invocation, {}, async (ctx, actorId) => {
        const keys = await listKeys(ctx, actorId);
        const lines = keys.map(({ sessionId, label, scopes, expiresAt, lastUsedAt }) =>
          [sessionId, scopes?.join(',') ?? '*', `until ${expiresAt ?? '-'}`, `used ${lastUsedAt ?? '-'}`, label].join(
            '  ',
          ),
        );
        return lines.join('\n') || 'No keys. 没有密钥。';
      }),
  },
  {
    words: ['key', 'rotate'],
    takes: 'ACTOR --key ID',
    does: 'make a key to follow one, shown once; the one before ends after a day',
    run: (invocation) =>
      ask(
        invocation,
        { key: text },
        async (ctx, actorId, given) => (await rotateKey(ctx, actorId, textIn(given, 'key'))).token,
      ),
  },
  {
    words: ['key', 'end'],
    takes: 'ACTOR --key ID',
    does: 'a key is worth nothing from now on',
    run: (invocation) =>
      ask(invocation, { key: text }, async (ctx, actorId, given) => {
        await endKey(ctx, actorId, textIn(given, 'key'));
        return 'Ended. 已停用。';
      }),
  },
];
