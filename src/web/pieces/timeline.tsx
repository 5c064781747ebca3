import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../platform/locale.ts';
import { Icon, type IconName } from './icon.tsx';
import { usePage, useText } from './page.ts';

export type TimelineEntry = {
  id: string;
  /** RFC 3339 UTC. */
  at: string;
  who: string;
  what: string;
  icon?: IconName | undefined;
  /** `late` for what was missed, `done` for service confirmed back. */
  tone?: 'late' | 'done' | undefined;
  detail?: ComponentChildren;
};
export type TimelineProps = { entries: readonly TimelineEntry[]; label: string };

function Line({ entry }: { entry: TimelineEntry }) {
  const { locale, now } = usePage();
  return (
    <span class="timeline-line">
      <span class="timeline-what">{entry.what}</span>
      <span class="timeline-meta">
        <span>{entry.who}</span>
        <time class="num" dateTime={entry.at}>
          {formatMoment(locale, entry.at, now)}
        </time>
      </span>
    </span>
  );
}

/** What happened, one entry a line: what, who and when; the rest unfolds. */
export function Timeline({ entries, label }: TimelineProps) {
  const say = useText();
  if (entries.length === 0) return <p class="soft">{say('piece.timeline.empty')}</p>;
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} id={`entry-${entry.id}`} class={entry.tone ? `timeline-${entry.tone}` : undefined}>
          <span class="timeline-dot">{entry.icon && <Icon name={entry.icon} />}</span>
          {entry.detail ? (
            <details>
              <summary>
                <Line entry={entry} />
                <Icon name="down" class="turn" />
              </summary>
              <div class="timeline-detail">{entry.detail}</div>
            </details>
          ) : (
            <Line entry={entry} />
          )}
        </li>
      ))}
    </ol>
  );
}
