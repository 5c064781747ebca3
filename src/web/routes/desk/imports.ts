import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { importScope } from '../../../access/imports.ts';
import type { AppContext } from '../../../app/context.ts';
import { findCarrierOf } from '../../../app/desk/find-carrier.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import {
  actOnImport,
  getImport,
  lookThroughImports,
  readImportVerdicts,
} from '../../../app/imports/look-at-imports.ts';
import { listSystems, objectToSender, receiveImport } from '../../../app/imports/receive-import.ts';
import { sampleFile } from '../../../app/imports/sample-file.ts';
import { verdictsAs } from '../../../app/imports/verdict-files.ts';
import { FORMATS, IMPORT_ACTS, VERDICTS } from '../../../domain/imports/import.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import { findText } from '../../../locales/index.ts';
import type { FormState } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { carrierName } from '../../present/frame.ts';
import { columnWords, importPage, importRow } from '../../present/imports.ts';
import type { Web } from '../../render.ts';
import { checkForm, requireActor, show } from '../../visit.ts';
import { askerOf } from '../asking.ts';
import { oneOf, textOf } from './desk-frame.ts';

type ById = { Params: { importId: string } };
type ByFormat = { Params: { importId: string; format: string } };

/** Of what a browser sends; unpacked it may be larger, and that is counted by itself. */
const UPLOAD_MOST_BYTES = 4 * 1024 ** 3;

/** Files of facts: what was sent, how far it is, what became of each row, and sending another. */
export function addDeskImportRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskImports, async (request, reply) => {
    const { carrier, locale, now } = await openImports(ctx, request);
    const input = { cursor: textOf(request, 'cursor') };
    const { items, next, mayImport } = await lookThroughImports(ctx, askerOf(request), input);
    const nameOf = await staffNames(
      ctx,
      items.map(({ uploadedBy }) => uploadedBy),
    );
    const rows = items.map((one) => importRow(one, { locale, now, nameOf }));
    return show(web, request, reply, 'deskImports', { carrier, rows, next, maySend: mayImport, done: doneOf(request) });
  });

  app.get(paths.deskImportNew, async (request, reply) => {
    objectToSender(ctx, askerOf(request));
    return showNew(request, reply, EMPTY_FORM);
  });

  app.post(paths.deskImportNew, { bodyLimit: UPLOAD_MOST_BYTES }, async (request, reply) => {
    objectToSender(ctx, askerOf(request));
    const typed: Record<string, string> = {};
    try {
      const importId = await receiveForm(request, typed);
      return reply.redirect(`${paths.deskImport(importId)}?done=sent`, 303);
    } catch (error) {
      // Whatever is left of the file is not read; the connection ends with this answer.
      reply.header('connection', 'close');
      return showNew(request, reply, refusedForm(request.visit.locale, typed, error), 422);
    }
  });

  app.get<{ Params: { format: string } }>(paths.deskImportSample(':format'), async (request, reply) => {
    await openImports(ctx, request);
    const format = FORMATS.find((one) => one === request.params.format);
    if (!format) throw new RefusalError(refusal('access.not_found'));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="sample.${format}"`)
      .send(sampleFile(format));
  });

  app.get<ById>(paths.deskImport(':importId'), async (request, reply) => {
    const { carrier, locale, now } = await openImports(ctx, request);
    const one = await getImport(ctx, askerOf(request), request.params.importId);
    const nameOf = await staffNames(ctx, [one.systemId, one.uploadedBy]);
    // Once it is over, that it was received is no news.
    const done = one.endedAt !== null && textOf(request, 'done') === 'sent' ? null : doneOf(request);
    const props = { carrier, ...importPage(one, { locale, now, nameOf }), done };
    return show(web, request, reply, 'deskImport', props);
  });

  app.get<ByFormat>(paths.deskImportVerdicts(':importId', ':format'), async (request, reply) => {
    await openImports(ctx, request);
    const format = FORMATS.find((one) => one === request.params.format);
    const verdict = oneOf(request, 'verdict', VERDICTS);
    const only = verdict ? [verdict] : null;
    const { one, verdicts } = await readImportVerdicts(ctx, askerOf(request), request.params.importId, only);
    if (!format) throw new RefusalError(refusal('access.not_found'));
    const file = verdictsAs(format, one, verdicts, request.visit.locale);
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.fileName}"`);
    return reply.send(Readable.from(file.text));
  });

  for (const act of IMPORT_ACTS) {
    app.post<ById>(paths.deskImportAct(':importId', act), async (request, reply) => {
      const asker = askerOf(request, readForm(request));
      await actOnImport(ctx, asker, request.params.importId, act);
      return reply.redirect(`${paths.deskImport(request.params.importId)}?done=${act}`, 303);
    });
    app.get<ById>(paths.deskImportAct(':importId', act), async (request, reply) =>
      reply.redirect(paths.deskImport(request.params.importId), 303),
    );
  }

  /** Reads the form part by part; the file goes straight on as it comes. */
  async function receiveForm(request: FastifyRequest, typed: Record<string, string>): Promise<string> {
    const missing = new RefusalError(refusal('evidence.missing_file', {}, '/file'));
    if (!request.isMultipart()) {
      checkForm(request, (request.body as { csrf?: unknown } | null)?.csrf);
      throw missing;
    }
    for await (const part of request.parts({ limits: { fileSize: UPLOAD_MOST_BYTES } })) {
      if (part.type === 'field') {
        typed[part.fieldname] = String(part.value ?? '').slice(0, 200);
        continue;
      }
      checkForm(request, typed['csrf']);
      if (part.filename === '' || part.filename === undefined) throw missing;
      const upload = { stream: part.file, fileName: part.filename, systemId: typed['system_id'] };
      return (await receiveImport(ctx, askerOf(request), upload)).importId;
    }
    checkForm(request, typed['csrf']);
    throw missing;
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    const { carrier, locale, carrierId } = await openImports(ctx, request);
    const systems = await listSystems(ctx, carrierId);
    const nameOf = await staffNames(ctx, systems);
    return show(
      web,
      request,
      reply,
      'deskImportNew',
      {
        carrier,
        systems: systems.map((id) => ({ value: id, label: nameOf(id) })),
        ...columnWords(locale),
        mostBytes: UPLOAD_MOST_BYTES,
        form,
      },
      status,
    );
  }
}

async function openImports(ctx: AppContext, request: FastifyRequest) {
  const scope = importScope(requireActor(request));
  if ('code' in scope) throw new RefusalError(scope);
  const { locale, now } = request.visit;
  const carrier = carrierName(locale, await findCarrierOf(ctx, scope.carrierId));
  return { carrier, carrierId: scope.carrierId, locale, now };
}

function doneOf(request: FastifyRequest): string | null {
  const { done } = request.query as { done?: string };
  return done ? (findText(request.visit.locale, `imports.done.${done}`) ?? null) : null;
}
