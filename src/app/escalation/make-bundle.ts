import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import canonicalize from 'canonicalize';
import type { ListedFile, Manifest } from '../../domain/escalation/manifest.ts';
import { BUNDLE_FORMAT, inOrder, MANIFEST_PATH, SIGNATURE_PATH } from '../../domain/escalation/manifest.ts';
import type { Locale } from '../../locales/index.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { tellCase } from './case-words.ts';
import type { FileLetter } from './complaint-letter.ts';
import { complaintLetter } from './complaint-letter.ts';
import { coverSheet } from './cover-sheet.ts';
import type { FileContent } from './file-json.ts';
import { fileJson } from './file-json.ts';
import type { GatheredCase } from './gather-case.ts';
import { gatherCase } from './gather-case.ts';
import type { BundleFile } from './ports.ts';
import { textOf } from './sheet.ts';
import { timelineSheet } from './timeline-sheet.ts';

/** A case's file as one signed archive, made while it is sent. */
export type Bundle = { readonly fileName: string; readonly stream: Readable };

/**
 * Makes the escalation file of a case. Everything that can refuse does so before the first byte. Evidence goes first, one item
 * at a time, because the cover tells what is really there; the manifest and its signature go last.
 */
export async function makeBundle(ctx: AppContext, asker: Asker, caseId: string, locale: Locale): Promise<Bundle> {
  const gathered = await gatherCase(ctx, asker, caseId, locale);
  return {
    fileName: `qingbiao-${gathered.caseFile.reference}.zip`,
    stream: ctx.bundles.archive.pack(filesOf(ctx, gathered), gathered.madeAt),
  };
}

async function* filesOf(ctx: AppContext, gathered: GatheredCase): AsyncGenerator<BundleFile> {
  const listed: ListedFile[] = [];
  const absent: ListedFile[] = [];
  const list = (path: string, bytes: Uint8Array): BundleFile => {
    listed.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    return { path, bytes };
  };

  for (const { item, path } of gathered.evidence) {
    const bytes = await ctx.files.get(item.sha256);
    if (bytes) yield list(path, bytes);
    else {
      ctx.log.error({ evidence_id: item.evidenceId, sha256: item.sha256 }, 'the bytes of an item of evidence are gone');
      absent.push({ path, bytes: item.bytes, sha256: item.sha256 });
    }
  }
  const letters: readonly FileLetter[] = [complaintLetter(gathered)];
  for (const one of letters) if ('letter' in one) yield list(one.path, await ctx.letters.pdf(one.letter));

  const content = await contentOf(ctx, gathered, letters, absent);
  yield list('timeline.pdf', await ctx.bundles.print(timelineSheet(content)));
  yield list('file.json', Buffer.from(`${JSON.stringify(fileJson(content), null, 2)}\n`));
  yield list('cover.pdf', await ctx.bundles.print(coverSheet(content, inOrder(listed), ctx.bundles.signer.keyId)));

  const manifest = Buffer.from(manifestText(gathered, ctx.bundles.signer.keyId, listed, absent));
  yield { path: MANIFEST_PATH, bytes: manifest };
  yield { path: SIGNATURE_PATH, bytes: ctx.bundles.signer.sign(manifest) };
}

async function contentOf(
  ctx: AppContext,
  gathered: GatheredCase,
  letters: readonly FileLetter[],
  absent: readonly ListedFile[],
): Promise<FileContent> {
  const told = { gathered, letters, timeline: tellCase(gathered), absent: absent.map(({ path }) => path) };
  const pages = { ...told, unprintable: [] };
  const text = textOf(timelineSheet(pages)) + textOf(coverSheet(pages, [], '')) + JSON.stringify(letters);
  return { ...told, unprintable: await ctx.letters.unprintableIn(text) };
}

/** RFC 8785, so that the same manifest has one spelling. */
function manifestText(
  { caseFile, head, madeAt, numberId }: GatheredCase,
  keyId: string,
  files: readonly ListedFile[],
  absent: readonly ListedFile[],
): string {
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    version: 1,
    made_at: madeAt,
    case_id: caseFile.caseId,
    reference: caseFile.reference,
    journal: { number_id: numberId, seq: head.seq, hash: head.hash },
    key_id: keyId,
    files: inOrder(files),
    absent: inOrder(absent),
  };
  const text = canonicalize(manifest);
  if (text === undefined) throw new Error('a manifest is plain JSON');
  return text;
}
