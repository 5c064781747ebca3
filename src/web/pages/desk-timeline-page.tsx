import { formatMoment } from '../../platform/locale.ts';
import { usePage, useText } from '../pieces/page.ts';
import { Pager } from '../pieces/table.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type JournalLine = {
  seq: number;
  kind: string;
  what: string;
  who: string;
  actorId: string;
  at: string;
  hash: string;
  data: string;
  words: string | null;
};
export type DeskTimelinePageProps = {
  carrier: string;
  number: string;
  lines: readonly JournalLine[];
  next: string | null;
};

/** The journal of a number as it was written: every entry, its content, and the hash that chains it. */
export function DeskTimelinePage({ carrier, number, lines, next }: DeskTimelinePageProps) {
  const { locale, now, query } = usePage();
  const say = useText();
  return (
    <DeskFrame title={say('desk.timeline.title', { number })} carrier={carrier}>
      <ol class="grid gap-1">
        {lines.map((line) => (
          <li key={line.seq} class="rounded-lg border border-line bg-card px-4 py-2">
            <details>
              <summary class="flex flex-wrap items-baseline gap-x-4">
                <span class="num soft">{line.seq}</span>
                <b>{line.what}</b>
                <span class="soft">{line.kind}</span>
                <span class="soft">{line.who}</span>
                <time class="soft num" dateTime={line.at}>
                  {formatMoment(locale, line.at, now)}
                </time>
                <code class="soft">{line.hash}</code>
              </summary>
              <p class="soft">{say('desk.timeline.actor', { id: line.actorId })}</p>
              {line.words && <p class="whitespace-pre-line">{line.words}</p>}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <section class="overflow-x-auto" tabIndex={0} aria-label={say('desk.timeline.data')}>
                <pre>{line.data}</pre>
              </section>
            </details>
          </li>
        ))}
      </ol>
      {(next || query.cursor) && <Pager next={next ?? undefined} begun={query.cursor !== undefined} />}
    </DeskFrame>
  );
}
