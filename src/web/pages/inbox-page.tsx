import { formatSince } from '../../platform/locale.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Empty } from '../pieces/empty.tsx';
import { Icon } from '../pieces/icon.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { Pager } from '../pieces/table.tsx';
import { useMineTabs } from './mine-page.tsx';

export type InboxLine = {
  id: string;
  subject: string;
  text: string;
  /** RFC 3339 UTC. */
  at: string;
  unread: boolean;
  href: string;
  about: 'case' | 'flag' | 'lift' | 'mandate' | 'correction' | 'holder';
};
export type InboxPageProps = { lines: readonly InboxLine[]; next: string | null; begun: boolean; unread: number };

/** What the person was told, newest first; unread ones were not here at the last look. */
export function InboxPage({ lines, next, begun, unread }: InboxPageProps) {
  const { locale, now } = usePage();
  const say = useText();
  return (
    <MineLayout title={say('inbox.title')} tabs={useMineTabs('inbox', unread)}>
      {lines.length === 0 && !begun ? (
        <Empty
          level={1}
          title={say('inbox.empty_title')}
          body={say('inbox.empty_body')}
          action={{ label: say('inbox.empty_action'), href: paths.mine }}
        />
      ) : (
        <>
          <h1>{say('inbox.title')}</h1>
          <ol class="stack">
            {lines.map((line) => (
              <li key={line.id} id={line.id}>
                <article class={line.unread ? 'card border-l-4 border-l-teal' : 'card'}>
                  <header>
                    <h2>{line.subject}</h2>
                    <p class="soft num">
                      {line.unread && <b class="text-teal">{say('inbox.unread')} · </b>}
                      <time dateTime={line.at}>{formatSince(locale, line.at, now)}</time>
                    </p>
                  </header>
                  <p class="whitespace-pre-line">{line.text}</p>
                  <a class="more" href={line.href}>
                    {say(`inbox.open.${line.about}`)}
                    <Icon name="right" />
                  </a>
                </article>
              </li>
            ))}
          </ol>
          <Pager next={next ?? undefined} begun={begun} />
        </>
      )}
    </MineLayout>
  );
}
