import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knowledge } from '../../../knowledge/index.ts';
import { triage } from '../../../knowledge/triage/index.ts';
import type { AppContext } from '../../app/context.ts';
import { readScreenshot } from '../../app/triage/read-screenshot.ts';
import type { ReasonCode } from '../../domain/flags/words.ts';
import { REASON_CODES } from '../../domain/flags/words.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { PlanInput } from '../../domain/remedies/plan.ts';
import { makePlan } from '../../domain/remedies/plan.ts';
import type { Answer, FourAnswers } from '../../domain/triage/four-questions.ts';
import { ANSWERS, QUESTIONS, readFourAnswers } from '../../domain/triage/four-questions.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm } from '../form.ts';
import { formStatus } from '../page-status.ts';
import { paths } from '../paths.ts';
import { withQuery } from '../pieces/query.ts';
import { lawLink } from '../present/laws.ts';
import { viewPlan } from '../present/plan.ts';
import { viewVerdict } from '../present/verdict.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { readUpload } from './upload.ts';

/** Enough for a text that is far too long to come back with a clear word instead of a broken connection. */
const TEXT_LIMIT_BYTES = 8_388_608;

/** The pages anybody may read. A pasted message travels with the forms, answers in the address: nothing is kept. */
export function addPublicRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.home, async (request, reply) => showHome(request, reply, answersIn(request.query), EMPTY_FORM));

  app.post(paths.check, { bodyLimit: TEXT_LIMIT_BYTES }, async (request, reply) => {
    const typed = readForm(request);
    const answers = answersIn(typed);
    const text = typed.text?.trim() ?? '';
    if (text === '') return reply.redirect(withQuery(paths.check, answers), 303);
    return showVerdict(request, reply, typed, answers, text);
  });

  app.get(paths.checkPicture, async (_request, reply) => reply.redirect(paths.home, 303));

  app.post(paths.checkPicture, async (request, reply) => {
    const { typed, file } = await readUpload(request, reply);
    const fault = (refused: Refusal) =>
      showHome(
        request,
        reply,
        answersIn(typed),
        { typed, errors: { file: refusalWords(request.visit.locale, refused) } },
        formStatus(refused.code),
      );
    if (file instanceof RefusalError) return fault(file.refusal);
    const late = await app.limits.pictures(request, reply);
    if (late) return fault(late);
    const found = await readScreenshot(ctx.ocr, file.bytes);
    if ('code' in found) return fault(found);
    return showVerdict(request, reply, { ...typed, text: found.text }, answersIn(typed), found.text);
  });

  async function showVerdict(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
    answers: Partial<FourAnswers>,
    text: string,
  ) {
    const { locale } = request.visit;
    const verdict = triage({ text, answers });
    // Faces and signs without width say nothing, and the answers stand by themselves.
    if (verdict.trouble === 'empty' && Object.keys(answers).length > 0)
      return reply.redirect(withQuery(paths.check, answers), 303);
    if (verdict.trouble) {
      const errors = { text: t(locale, `triage.${verdict.trouble}`) };
      return showHome(request, reply, answers, { typed, errors }, 422);
    }
    return show(web, request, reply, 'verdict', {
      verdict: viewVerdict(locale, knowledge, text, verdict),
      hidden: { text, ...answers },
      situations: knowledge.tables.situations.map(({ situationId, label }) => ({
        value: situationId,
        label: label[locale],
      })),
    });
  }

  app.get(paths.check, async (request, reply) => {
    const given = answersIn(request.query);
    const answers: FourAnswers = { out: 'unsure', in: 'unsure', sms: 'unsure', data: 'unsure', ...given };
    const laws = (['AF-32c', 'TR-39', 'UA-10'] as const).map((id) => lawLink(request.visit.locale, id));
    return show(web, request, reply, 'check', { answers, triage: readFourAnswers(answers), laws });
  });

  app.post(paths.plan, async (request, reply) => {
    const typed = readForm(request);
    return showPlan(request, reply, inputOf(typed), carrierIn(typed.text ?? ''));
  });

  app.get(paths.plan, async (request, reply) => {
    const { code, carrier } = request.query as Typed;
    const known = knownCode(code);
    const off = REASON_CODES[known].layer === 'service';
    return showPlan(request, reply, { causes: [], code: known, off, situations: [] }, carrier);
  });

  app.get(paths.planPapers, async (request, reply) => {
    const { locale } = request.visit;
    const query = request.query as Record<string, string | readonly string[]>;
    const all = (name: string) => [query[name] ?? []].flat().flatMap((one) => one.split(','));
    const code = knownCode(all('code')[0]);
    const situations = all('situations').filter((one) => knowledge.situations.has(one));
    const off = REASON_CODES[code].layer === 'service';
    const plan = viewPlan(locale, knowledge, makePlan(knowledge, { causes: [], code, off, situations }));
    return show(web, request, reply, 'planPapers', {
      code,
      name: plan.name,
      situations: situations.join(','),
      papers: plan.papers,
      have: [...all('have'), ...all('checked')],
      asked: all('asked').includes('yes'),
    });
  });

  async function showHome(
    request: FastifyRequest,
    reply: FastifyReply,
    answers: Partial<FourAnswers>,
    form: FormState,
    status = 200,
  ) {
    return show(web, request, reply, 'home', { answers, form }, status);
  }

  async function showPlan(request: FastifyRequest, reply: FastifyReply, input: PlanInput, carrierId?: string) {
    const { locale } = request.visit;
    const carrier = knowledge.carriers.get(carrierId ?? '');
    return show(web, request, reply, 'plan', {
      plan: viewPlan(locale, knowledge, makePlan(knowledge, input), carrier),
      carriers: [
        { value: '', label: t(locale, 'plan.carrier_unknown') },
        ...knowledge.tables.carriers.map((one) => ({ value: one.carrierId, label: one.name[locale] })),
      ],
    });
  }
}

function knownCode(code: string | undefined): ReasonCode {
  return code !== undefined && Object.hasOwn(REASON_CODES, code) ? (code as ReasonCode) : 'Z0';
}

/** The carrier that signs the message, where it is one that we know. */
function carrierIn(text: string): string | undefined {
  const { speaker } = triage({ text });
  return knowledge.tables.carriers.find(({ name }) => speaker.kind === 'carrier' && name['zh-CN'] === speaker.name)
    ?.carrierId;
}

/** What a plan starts from: the message read again, the answers, and what the person ticked. */
function inputOf(typed: Typed): PlanInput {
  const text = typed.text ?? '';
  const answers = answersIn(typed);
  const verdict = triage({ text, answers });
  const dead = Object.values(answers).includes('no');
  return {
    causes: verdict.causes.map(({ cause }) => cause),
    punished: verdict.imposedBy === 'joint_punishment',
    danger: verdict.danger,
    scam: verdict.genuineness === 'scam',
    off: verdict.status !== 'none' || dead,
    situations: (typed.situations ?? '').split(',').filter((one) => knowledge.situations.has(one)),
  };
}

/** What a form or an address answers; anything else is as good as no answer. */
function answersIn(given: unknown): Partial<FourAnswers> {
  const fields = (given ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const answer = fields[question];
      return ANSWERS.includes(answer as Answer) ? [[question, answer as Answer]] : [];
    }),
  );
}
