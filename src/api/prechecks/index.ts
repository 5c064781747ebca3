import { Type } from 'typebox';
import { listPrechecks } from '../../app/prechecks/list-prechecks.ts';
import { readPrechecks } from '../../app/prechecks/read-prechecks.ts';
import { PAPER_RESULTS } from '../../domain/cases/case.ts';
import { caseActEndpoint } from '../cases/case-act.ts';
import { endpoint } from '../endpoint.ts';
import { CaseParams, Code, choice, Id, input, Moment, nullable, PageQuery } from '../schemas/parts.ts';

const Papers = Type.Array(Code, { minItems: 1, maxItems: 20 });
const Said = Type.String({ maxLength: 4000 });
const PaperFields = { material: Code, result: choice(PAPER_RESULTS), words: Type.String({ maxLength: 400 }) };

export const askPrecheckEndpoint = caseActEndpoint({
  path: 'prechecks',
  summary: '去营业厅之前问：这些材料够吗 / Ask whether the papers are enough, before travelling',
  description: 'One request at a time. It starts no clock and stops none.',
  who: ['subscriber', 'representative'],
  body: input({ papers: Papers, words: Type.Optional(Said) }, [{ papers: ['id_card', 'work_proof'] }]),
  act: ({ papers, words = '' }) => ({ do: 'case.ask_precheck', papers, words }),
});

export const answerPrecheckEndpoint = caseActEndpoint({
  path: 'precheck-answer',
  summary: '答复材料预审 / Say of each paper whether it will do, and whether to come',
  description:
    'Enough exactly when every paper is good. What is accepted binds: turning it down later needs what has changed. `hall` is left empty where no hall is named.',
  who: ['agent', 'reviewer'],
  body: input(
    {
      enough: Type.Boolean(),
      papers: Type.Array(input(PaperFields), { minItems: 1, maxItems: 20 }),
      originals: Type.Optional(Type.Array(Code, { maxItems: 20 })),
      hall: Type.Optional(Type.String({ maxLength: 400 })),
      words: Type.Optional(Said),
    },
    [{ enough: true, papers: [{ material: 'id_card', result: 'good', words: '' }], originals: ['id_card'] }],
  ),
  content: true,
  act: ({ enough, papers, originals = [], hall = '', words = '' }) => ({
    do: 'case.answer_precheck',
    enough,
    papers,
    originals,
    hall,
    words,
  }),
});

const PrecheckSchema = Type.Object(
  {
    precheck_id: Id,
    asked_at: Moment,
    papers: Type.Array(Type.String()),
    words: Type.String(),
    answer: nullable(
      Type.Object({
        enough: Type.Boolean(),
        answered_at: Moment,
        papers: Type.Array(Type.Object({ material: Type.String(), result: Type.String(), words: Type.String() })),
        originals: Type.Array(Type.String()),
        hall: Type.String(),
        words: Type.String(),
      }),
    ),
    turned_down: Type.Array(Type.Object({ at: Moment, materials: Type.Array(Type.String()), changed: Type.String() })),
  },
  { title: 'Precheck' },
);

export const readPrechecksEndpoint = endpoint({
  method: 'GET',
  path: '/cases/:case_id/prechecks',
  tag: 'cases',
  summary: '这件申诉的材料预审 / The looks at its papers, the oldest first',
  who: 'signed_in',
  params: CaseParams,
  status: 200,
  reply: Type.Object({ items: Type.Array(PrecheckSchema) }),
  refusals: [404],
  run: async ({ ctx, asker, params }) => ({ items: await readPrechecks(ctx, asker, params.case_id) }),
});

export const listPrechecksEndpoint = endpoint({
  method: 'GET',
  path: '/prechecks',
  tag: 'cases',
  summary: '等待材料预审的申诉 / Who waits to hear whether their papers are enough, the longest first',
  who: ['agent', 'reviewer', 'policy_owner', 'auditor', 'system'],
  query: Type.Object(PageQuery),
  status: 200,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({ case_id: Id, number_id: Id, reference: Type.String(), status: Type.String(), asked_at: Moment }),
    ),
    next: nullable(Type.String()),
    turned_down: Type.Integer({ description: 'How often papers that had been accepted were turned down here' }),
  }),
  refusals: [403],
  run: ({ ctx, asker, query }) => listPrechecks(ctx, asker, query),
});
