import { formatMoment } from '../../platform/locale.ts';
import { usePage, useText } from './page.ts';

export type MessageLine = {
  id: string;
  /** Said by the reader's own side. */
  mine: boolean;
  who: string;
  /** RFC 3339 UTC. */
  at: string;
  words: string;
};

/** What both sides said, oldest first. */
export function Messages({ lines }: { lines: readonly MessageLine[] }) {
  const { locale, now } = usePage();
  const say = useText();
  if (lines.length === 0) return <p class="soft">{say('case.no_messages')}</p>;
  return (
    <ol class="grid gap-4">
      {lines.map((line) => (
        <li
          key={line.id}
          class={line.mine ? 'ml-8 rounded-lg bg-teal-wash px-4 py-3' : 'mr-8 rounded-lg bg-sunk px-4 py-3'}
        >
          <p class="flex flex-wrap justify-between gap-x-4 text-soft">
            <b>{line.who}</b>
            <time class="num" dateTime={line.at}>
              {formatMoment(locale, line.at, now)}
            </time>
          </p>
          <p class="whitespace-pre-line">{line.words}</p>
        </li>
      ))}
    </ol>
  );
}
