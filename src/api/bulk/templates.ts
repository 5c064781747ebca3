import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { TemplateInput } from '../../app/bulk/reason-templates.ts';
import { listReasonTemplates, retireReasonTemplate, saveReasonTemplate } from '../../app/bulk/reason-templates.ts';
import { PLACEHOLDERS } from '../../domain/cases/reason-words.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import { endpoint } from '../endpoint.ts';
import { choice, Id, input, Moment, nullable, Words } from '../schemas/parts.ts';

const TemplateSchema = Type.Object(
  {
    template_id: Id,
    version: Type.Integer(),
    cause: nullable(Type.String({ description: 'For flags of this cause; null for any' })),
    name: Type.String(),
    words: Type.String(),
    saved_by: Id,
    saved_at: Moment,
  },
  { title: 'ReasonTemplate' },
);

export const listTemplatesEndpoint = endpoint({
  method: 'GET',
  path: '/reason-templates',
  tag: 'bulk',
  summary: '理由范本 / Templates of reasons, the newest version of each',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  status: 200,
  reply: Type.Object({ items: Type.Array(TemplateSchema) }),
  refusals: [403],
  run: async ({ ctx, asker }) => ({ items: (await listReasonTemplates(ctx, asker)).map(reply) }),
});

export const saveTemplateEndpoint = endpoint({
  method: 'POST',
  path: '/reason-templates',
  tag: 'bulk',
  summary: '写或改理由范本 / Keep a template of reasons, or the next version of one',
  description: `Placeholders that are filled from each case: ${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}. Send \`edits\` to change one.`,
  who: ['reviewer'],
  keyless: true,
  body: input({
    cause: Type.Optional(choice(CAUSES)),
    name: Type.String({ minLength: 1, maxLength: 80 }),
    words: Words,
    edits: Type.Optional(input({ template_id: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) })),
  }),
  status: 201,
  reply: TemplateSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, body: { cause = null, name, words, edits } }) => {
    const edited = edits && { templateId: edits.template_id, version: edits.version };
    const saved: TemplateInput = { cause, name, words, edits: edited };
    return reply(await saveReasonTemplate(ctx, asker, saved));
  },
});

export const retireTemplateEndpoint = endpoint({
  method: 'POST',
  path: '/reason-templates/:template_id/retirement',
  tag: 'bulk',
  summary: '停用理由范本 / Take a template of reasons out of use; its versions stay',
  who: ['reviewer'],
  keyless: true,
  params: Type.Object({ template_id: Id }),
  body: input({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  status: 200,
  reply: TemplateSchema,
  refusals: [403, 404, 409],
  run: async ({ ctx, asker, params: { template_id: templateId }, body: { version } }) =>
    reply(await retireReasonTemplate(ctx, asker, { templateId, version })),
});

function reply(one: Awaited<ReturnType<typeof saveReasonTemplate>>): Static<typeof TemplateSchema> {
  const { templateId, version, cause, name, words, savedBy, savedAt } = one;
  return { template_id: templateId, version, cause, name, words, saved_by: savedBy, saved_at: savedAt };
}
