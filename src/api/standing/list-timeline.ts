import { Type } from 'typebox';
import { listTimeline } from '../../app/timeline/list-timeline.ts';
import { endpoint } from '../endpoint.ts';
import { ActorName, Id, Moment, NumberParams, PageQuery, page } from '../schemas/parts.ts';

const EntrySchema = Type.Object(
  {
    seq: Type.Integer(),
    line: Type.Integer(),
    kind: Type.String(),
    kind_version: Type.Integer(),
    recorded_at: Moment,
    effective_at: Moment,
    actor: ActorName,
    source: Type.String(),
    source_id: Type.String(),
    purpose: Type.String(),
    data: Type.Record(Type.String(), Type.Unknown()),
    personal: Type.Optional(Type.Record(Type.String(), Type.String())),
    words: Type.String({ description: 'none, open, sealed or forgotten' }),
    hash: Type.String(),
  },
  { title: 'Entry' },
);

export const listTimelineEndpoint = endpoint({
  method: 'GET',
  path: '/numbers/:number_id/timeline',
  tag: 'numbers',
  summary: '号码的全部记录 / The entries of a number, oldest first',
  description:
    'Only of lines that are yours to see. Personal words are opened, and the reading is kept in the access log.',
  who: 'signed_in',
  params: NumberParams,
  query: Type.Object({ ...PageQuery, case_id: Type.Optional(Id) }),
  status: 200,
  reply: page(EntrySchema),
  refusals: [404],
  run: ({ ctx, asker, params, query: { case_id: caseId, ...query } }) =>
    listTimeline(ctx, asker, params.number_id, { ...query, caseId }),
});
