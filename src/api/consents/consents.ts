import { Type } from 'typebox';
import { giveConsent, listMyConsents } from '../../app/consents/consents.ts';
import { withdrawConsent } from '../../app/consents/withdraw-consent.ts';
import { CONSENT_KINDS } from '../../domain/consents/consent.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, Moment, nullable, Text } from '../schemas/parts.ts';

const Kind = choice(CONSENT_KINDS, 'What is agreed to: papers by what they tell, or a real-person check');

const Given = Type.Object(
  {
    consent_id: Id,
    kind: Type.String(),
    version: Type.Integer(),
    locale: Type.String(),
    words: Type.String({ description: 'As they were read' }),
    given_at: Moment,
    withdrawn_at: nullable(Moment),
  },
  { title: 'Consent' },
);

export const listConsentsEndpoint = endpoint({
  method: 'GET',
  path: '/me/consents',
  tag: 'me',
  summary: '我的单独同意 / Separate consents to sensitive data, by kind',
  description: 'The text in force in the language asked for, the consent that stands, and the earlier ones.',
  who: ['subscriber', 'representative'],
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        kind: Type.String(),
        version: Type.Integer(),
        words: Text,
        in_force: Type.Union([Given, Type.Null()]),
        past: Type.Array(Given),
      }),
    ),
  }),
  refusals: [403],
  run: async ({ ctx, asker, locale }) => ({ items: await listMyConsents(ctx, asker, locale) }),
});

export const giveConsentEndpoint = endpoint({
  method: 'POST',
  path: '/me/consents',
  tag: 'me',
  summary: '单独同意 / Agree to one kind, in the words of one version',
  description:
    'Given twice it stands once. A version that is not in force is refused: its words are not what was read.',
  who: ['subscriber', 'representative'],
  body: input({ kind: Kind, version: Type.Integer({ minimum: 1, maximum: 1000 }) }),
  keyless: true,
  status: 201,
  reply: Given,
  refusals: [403],
  run: async ({ ctx, asker, body, locale }) => giveConsent(ctx, asker, { ...body, locale }),
});

export const withdrawConsentEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/consents/:consent_kind',
  tag: 'me',
  summary: '撤回同意 / Withdraw the consent to one kind',
  description:
    'Files taken under it are deleted at once, whatever the case came to; their hashes stay. Numbers under a legal hold are named in `held`: there the files only lie until the hold ends. Done twice it is done once.',
  who: ['subscriber', 'representative'],
  params: Type.Object({ consent_kind: Kind }),
  keyless: true,
  status: 200,
  reply: Type.Object({ ended: Type.Integer(), deleted: Type.Integer(), held: Type.Array(Id) }),
  refusals: [403],
  run: async ({ ctx, asker, params }) => withdrawConsent(ctx, asker, params.consent_kind),
});
