import { Type } from 'typebox';
import { actOnImport, getImport, lookThroughImports } from '../../app/imports/look-at-imports.ts';
import { IMPORT_ACTS } from '../../domain/imports/import.ts';
import { endpoint } from '../endpoint.ts';
import { ImportDetailsSchema, ImportParams, ImportSchema, importReply } from '../schemas/import.ts';
import { PageQuery, page } from '../schemas/parts.ts';

const LOOK_ON = ['agent', 'reviewer', 'policy_owner', 'auditor', 'admin', 'system'] as const;

export const listImportsEndpoint = endpoint({
  method: 'GET',
  path: '/imports',
  tag: 'imports',
  summary: '批量报送列表 / Files of facts of my carrier, newest first',
  who: LOOK_ON,
  query: Type.Object(PageQuery),
  status: 200,
  reply: page(ImportSchema),
  refusals: [403],
  run: async ({ ctx, asker, query }) => {
    const { items, next } = await lookThroughImports(ctx, asker, query);
    return { items: items.map((one) => importReply(one)), next };
  },
});

export const getImportEndpoint = endpoint({
  method: 'GET',
  path: '/imports/:import_id',
  tag: 'imports',
  summary: '批量报送进度 / How far a file is worked off, and what was refused',
  who: LOOK_ON,
  params: ImportParams,
  status: 200,
  reply: ImportDetailsSchema,
  refusals: [403, 404],
  run: async ({ ctx, asker, params }) => importReply(await getImport(ctx, asker, params.import_id)),
});

const SUMMARIES = {
  pause: '暂停批量报送 / Hold an import',
  resume: '继续批量报送 / Take an import up again where it stopped',
  cancel: '取消批量报送 / End an import; rows that are committed stay',
};

export const actOnImportEndpoints = IMPORT_ACTS.map((act) =>
  endpoint({
    method: 'POST',
    path: `/imports/:import_id/${act}`,
    tag: 'imports',
    summary: SUMMARIES[act],
    description: 'What it does is told by `status`; done twice, the second is refused by state.',
    who: ['system', 'admin', 'policy_owner'],
    keyless: true,
    params: ImportParams,
    status: 200,
    reply: ImportDetailsSchema,
    refusals: [403, 404, 409],
    run: async ({ ctx, asker, params }) => importReply(await actOnImport(ctx, asker, params.import_id, act)),
  }),
);
