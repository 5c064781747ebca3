import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { letterBook } from '../../../knowledge/letters/index.ts';
import type { AppContext } from '../../app/context.ts';
import { suggestFacts } from '../../app/escalation/suggest-facts.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { Cause, ReasonCode } from '../../domain/flags/words.ts';
import { CAUSES, REASON_CODES } from '../../domain/flags/words.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import { editLetter } from '../../domain/letters/edit.ts';
import type { Letter, LetterKind } from '../../domain/letters/letter.ts';
import { FACT_NAMES, LETTER_KINDS } from '../../domain/letters/letter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { newSpokenReference } from '../../platform/ids.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { editablePieces, factFields, lettersFor, mayClaim } from '../present/letters.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';
import { askerOf } from './asking.ts';

type ByKind = { Params: { kind: string } };

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Letters for anybody: what is typed travels with the forms and is kept nowhere. */
export function addLetterRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.letters, async (request, reply) => {
    const { locale } = request.visit;
    const { code: named, case: caseId } = request.query as Typed;
    const code = caseId ? (await suggestFacts(ctx, askerOf(request), caseId)).code : codeIn(named);
    const kinds = code ? lettersFor(code) : LETTER_KINDS;
    const letters = kinds.map((kind) => {
      const { name, use } = letterBook.templates[kind];
      return { kind, name: name[locale], use: use[locale] };
    });
    return show(web, request, reply, 'letters', { letters, code, caseId: caseId ?? null });
  });

  app.get<ByKind>(paths.letter(':kind'), async (request, reply) => {
    const { code: named, case: caseId } = request.query as Typed;
    if (caseId) {
      const { facts, cause } = await suggestFacts(ctx, askerOf(request), caseId);
      return showForm(request, reply, kindIn(request.params.kind), { ...EMPTY_FORM, typed: { ...facts, cause } });
    }
    const code = codeIn(named);
    const cause = code ? REASON_CODES[code].cause : 'unknown';
    return showForm(request, reply, kindIn(request.params.kind), { ...EMPTY_FORM, typed: { cause } });
  });

  app.post<ByKind>(paths.letter(':kind'), async (request, reply) => {
    const kind = kindIn(request.params.kind);
    const typed = readForm(request);
    const reference = newSpokenReference(ctx.random);
    const composed = compose(request, kind, typed, reference);
    if (!composed.ok) return showForm(request, reply, kind, { typed, errors: errorOf(request, composed.refusal) }, 422);
    return showPreview(request, reply, composed.letter, { ...typed, reference }, {});
  });

  app.get<ByKind>(`${paths.letter(':kind')}/file`, async (request, reply) =>
    reply.redirect(paths.letter(kindIn(request.params.kind)), 303),
  );

  app.post<ByKind>(`${paths.letter(':kind')}/file`, async (request, reply) => {
    const kind = kindIn(request.params.kind);
    const typed = readForm(request);
    const composed = compose(request, kind, typed, typed.reference ?? newSpokenReference(ctx.random));
    if (!composed.ok) return showForm(request, reply, kind, { typed, errors: errorOf(request, composed.refusal) }, 422);
    const edited = editLetter(composed.letter, editsIn(typed));
    if (!edited.ok) return showPreview(request, reply, composed.letter, typed, errorOf(request, edited.refusal), 422);
    const format = typed.format === 'docx' ? 'docx' : 'pdf';
    const late = await app.limits.letters(request, reply);
    if (late) return showPreview(request, reply, composed.letter, typed, errorOf(request, late), 429);
    const bytes = await ctx.letters[format](edited.letter);
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="qingbiao-${kind.replaceAll('_', '-')}.${format}"`)
      .send(Buffer.from(bytes));
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: LetterKind,
    form: FormState,
    status = 200,
  ) {
    const { locale } = request.visit;
    const template = letterBook.templates[kind];
    const hidden = { cause: form.typed.cause ?? 'unknown' };
    const fields = factFields(locale, template);
    const { name, use } = template;
    return show(
      web,
      request,
      reply,
      'letterForm',
      {
        kind,
        name: name[locale],
        use: use[locale],
        says: template.says[locale],
        mayClaim: mayClaim(template),
        fields,
        hidden,
        form,
      },
      status,
    );
  }

  async function showPreview(
    request: FastifyRequest,
    reply: FastifyReply,
    letter: Letter,
    typed: Typed,
    errors: Readonly<Record<string, string>>,
    status = 200,
  ) {
    const { locale } = request.visit;
    const pieces = editablePieces(letter).map(({ id, text, part }, at) => ({
      id,
      text: typed[`edit.${id}`] ?? text,
      label: part === 'text' ? `${at + 1}` : t(locale, part === 'request' ? 'letter.requests' : 'letter.enclosures'),
    }));
    const printed = [...pieces.map(({ text }) => text), letter.title, letter.addressee, letter.signer].join('');
    const unprintable = await ctx.letters.unprintableIn(printed);
    const { csrf: _, ...kept } = Object.fromEntries(
      Object.entries(typed).filter(([name]) => !name.startsWith('edit.')),
    );
    return show(
      web,
      request,
      reply,
      'letterPreview',
      {
        kind: letter.kind,
        title: letter.title,
        reference: letter.reference,
        addressee: letter.addressee,
        pieces,
        citations: letter.citations.map(({ article }) => article),
        missing: letter.missing.map((fact) => t(locale, `letter.fact.${fact}`)),
        unprintable,
        hidden: { ...kept, reference: letter.reference },
        errors,
      },
      status,
    );
  }
}

function compose(request: FastifyRequest, kind: LetterKind, typed: Typed, reference: string) {
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, typed[name] ?? '']));
  const cause = CAUSES.find((one): one is Cause => one === typed.cause) ?? 'unknown';
  return composeLetter(
    {
      kind,
      facts,
      cause,
      reference,
      date: shanghaiDate(request.visit.now),
      admitsLending: typed.lending === 'yes',
      ...(typed.claims === 'yes' ? { claimsMisjudged: true } : { claimsMisjudged: false }),
    },
    letterBook,
  );
}

function editsIn(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => (name.startsWith('edit.') ? [[name.slice(5), text]] : [])),
  );
}

function errorOf(request: FastifyRequest, refused: Refusal): Record<string, string> {
  const pointer = refused.pointer ?? '';
  const field = pointer.startsWith('/facts/')
    ? pointer.slice(7)
    : pointer.startsWith('/edits/')
      ? `edit.${pointer.slice(7)}`
      : 'form';
  return { [field]: refusalWords(request.visit.locale, refused) };
}

function kindIn(text: string): LetterKind {
  const kind = LETTER_KINDS.find((one) => one === text.replaceAll('-', '_'));
  if (!kind) throw new RefusalError(refusal('access.not_found'));
  return kind;
}

function codeIn(text: string | undefined): ReasonCode | null {
  return text !== undefined && Object.hasOwn(REASON_CODES, text) ? (text as ReasonCode) : null;
}
