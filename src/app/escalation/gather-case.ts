import { knowledge } from '../../../knowledge/index.ts';
import { isCovered, lastSeen, relationTo } from '../../access/relation.ts';
import type { Case, EvidenceItem } from '../../domain/cases/case.ts';
import { isSelfKept } from '../../domain/cases/self-kept.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { LedgerStep } from '../../domain/clocks/due.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import type { PeriodRule } from '../../domain/clocks/period.ts';
import { ruleVersion } from '../../domain/clocks/rule-book.ts';
import { evidencePath } from '../../domain/escalation/paths.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { peopleOf } from '../../domain/numbers/line.ts';
import { maskMobile } from '../../domain/numbers/mobile-number.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { findPerson } from '../../store/people.ts';
import type { ReadEntry } from '../../store/timeline.ts';
import { listEntries } from '../../store/timeline.ts';
import type { Asker } from '../asker.ts';
import { findAuthority } from '../authority/list-authorities-for.ts';
import type { AppContext } from '../context.ts';
import { safeName } from '../evidence/read-evidence.ts';
import { findRepresentatives } from '../mandates/find-representatives.ts';
import type { FlagGrounds } from '../mine/my-flag.ts';
import { carrierOf, groundsOf } from '../mine/my-flag.ts';
import { noteAccess } from '../note-access.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';

export type GatheredClock = {
  readonly clock: Clock;
  /** Null for a date that somebody named: there is nothing to reckon. */
  readonly ledger: readonly LedgerStep[] | null;
  readonly rule: PeriodRule | null;
};
export type GatheredEvidence = { readonly item: EvidenceItem; readonly path: string; readonly fileName: string };

/** Everything an escalation file is made of, as one reader may see it at one moment. */
export type GatheredCase = {
  readonly locale: Locale;
  readonly madeAt: Instant;
  readonly numberId: string;
  /** The last entry that was written, and its hash. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly caseFile: Case;
  readonly kept: boolean;
  readonly line: Line;
  readonly people: readonly { readonly as: 'holder' | 'user'; readonly name: string }[];
  /** Masked, as every page shows it; null when the link to the digits was shredded. */
  readonly maskedNumber: string | null;
  /** Whole for the person's own letters, masked for anybody else. */
  readonly letterNumber: string;
  readonly carrier: string;
  readonly authority: string | null;
  readonly flags: readonly { readonly flag: Flag; readonly grounds: FlagGrounds }[];
  readonly clocks: readonly GatheredClock[];
  /** In their order, words opened. */
  readonly entries: readonly ReadEntry[];
  readonly evidence: readonly GatheredEvidence[];
  /** Accounts that acted for the person. */
  readonly representatives: ReadonlySet<string>;
};

/**
 * Gathers a case for its person, a representative who may escalate it, or an officer it was given to; the reading is written
 * down first. Anybody else who may see the case is denied its file, and who may not see it finds nothing.
 */
export async function gatherCase(ctx: AppContext, asker: Asker, caseId: string, locale: Locale): Promise<GatheredCase> {
  const numberId = numberHolding('case', caseId);
  const { state, head } = await readAtHead(ctx, asker, numberId);
  const caseFile = state.cases[caseId];
  const line = caseFile && findLine(state, caseFile.line);
  if (!caseFile || !line) throw notFound();
  const relation = relationTo(state, line, asker.actor);
  if (relation === 'carrier' || relation === 'none') throw new RefusalError(refusal('access.denied'));
  if (!isCovered(state, line.line, asker.actor, 'escalate'))
    throw new RefusalError(refusal('mandate.not_covered', { act: 'escalate' }));
  await noteAccess(ctx, asker, numberId, 'case');
  if (caseFile.evidence.length > 0) await noteAccess(ctx, asker, numberId, 'evidence');
  const madeAt = ctx.clock.now();
  const [entries, digits, carrier, authority, people] = await Promise.all([
    readEntries(ctx, numberId, caseId),
    ctx.numbers.digitsOf([numberId]),
    carrierOf(ctx, state, line.line),
    findAuthority(ctx, caseFile.escalation?.authority?.authorityId ?? null),
    Promise.all(peopleOf(line).map((personId) => findPerson(ctx.pool, ctx.sealer, personId))),
  ]);
  const mobile = digits.get(numberId) ?? null;
  const known = knowledge.carriers.get(line.carrierId);
  const nameOf = (named: { nameZh: string; nameEn: string }) => (locale === 'zh-CN' ? named.nameZh : named.nameEn);
  const until = Math.min(head.seq, lastSeen(caseFile, asker.actor));
  const told = entries.filter((entry) => entry.line === line.line && entry.seq <= until);
  return {
    locale,
    madeAt,
    numberId,
    head,
    caseFile,
    kept: isSelfKept(state, caseFile),
    line,
    people: people.flatMap((person) =>
      person ? [{ as: person.personId === line.holderId ? 'holder' : 'user', name: person.name } as const] : [],
    ),
    maskedNumber: mobile && maskMobile(mobile),
    letterNumber: mobile === null ? '' : relation === 'authority' ? maskMobile(mobile) : mobile,
    carrier: carrier ? nameOf(carrier) : (known?.name[locale] ?? ''),
    authority: authority && nameOf(authority),
    flags: caseFile.flagIds.flatMap((id) => {
      const flag = state.flags[id];
      return flag ? [{ flag, grounds: groundsOf(state, flag) }] : [];
    }),
    clocks: clocksOf(ctx, state, caseFile, madeAt),
    entries: told,
    evidence: evidenceOf(caseFile, told),
    representatives: await findRepresentatives(ctx, line, [caseFile.openedBy, ...told.map(({ actor }) => actor)]),
  };
}

/** Attempts to read a state and the head it stands on while others write; a case is not written to that often. */
const TRIES = 5;

async function readAtHead(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
): Promise<{ readonly state: NumberState; readonly head: GatheredCase['head'] }> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const before = await ctx.journal.load(numberId);
    const state = await readVisible(ctx, asker, numberId);
    const after = await ctx.journal.load(numberId);
    if (before.hash === after.hash) return { state, head: { seq: after.state.seq, hash: after.hash } };
  }
  throw new RefusalError(refusal('number.too_busy'));
}

/** Entries that are read at a time. */
const PAGE = 1_000;

/** Everything that bears on a case: of a file that goes to an authority nothing is cut off. */
async function readEntries(ctx: AppContext, numberId: string, caseId: string): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for (;;) {
    const afterSeq = entries.at(-1)?.seq;
    const read = await listEntries(ctx.pool, ctx.sealer, numberId, { afterSeq, limit: PAGE, unseal: true, caseId });
    entries.push(...read);
    if (read.length < PAGE) return entries;
  }
}

/** Every clock that ran over the case or its lifts, in the order in which they began. */
function clocksOf(ctx: AppContext, state: NumberState, { caseId, liftIds }: Case, now: Instant): GatheredClock[] {
  const subjects = [caseId, ...liftIds];
  return Object.values(state.clocks)
    .filter(({ subject }) => subjects.includes(subject.id.split('/')[0] ?? ''))
    .toSorted((a, b) => a.startSeq - b.startSeq)
    .map((clock) => ({
      clock,
      ledger: ledgerOf(ctx.rules, state, clock, now),
      rule: ruleVersion(ctx.rules, clock.ruleId, clock.ruleVersion) ?? null,
    }));
}

function evidenceOf({ evidence }: Case, entries: readonly ReadEntry[]): GatheredEvidence[] {
  const names = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'evidence.added' ? [[entry.data.evidenceId, entry.personal?.['file_name'] ?? ''] as const] : [],
    ),
  );
  return evidence.map((item, index) => {
    const fileName = safeName(names.get(item.evidenceId) ?? '', item.mediaType, item.evidenceId);
    return { item, fileName, path: evidencePath(index + 1, evidence.length, fileName) };
  });
}
