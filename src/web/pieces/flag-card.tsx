import { formatDayOf } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { usePage, useText } from './page.ts';
import { type FlagStatus, StatusPill } from './status-pill.tsx';

export type FlagCardProps = {
  status: FlagStatus;
  /** One plain sentence: 打电话和发短信停了. */
  title: string;
  /** What is off, one function or effect each. */
  off: readonly string[];
  /** The reason in plain words; nothing when nobody told. */
  why?: string | undefined;
  /** What exactly lifts it; nothing when nobody told. */
  lifts?: string | undefined;
  imposedBy: string;
  /** RFC 3339 UTC. */
  since?: string | undefined;
  origin: 'placed' | 'reported';
  href?: string | undefined;
  /** Heading level in the page, 2 by default. */
  level?: 2 | 3 | undefined;
};

/** One flag: what is off, why, and what lifts it. */
export function FlagCard({ status, title, off, why, lifts, imposedBy, since, origin, href, level = 2 }: FlagCardProps) {
  const { locale, now } = usePage();
  const say = useText();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={`card flag-card flag-card-${status}`}>
      <header>
        <StatusPill kind="flag" status={status} />
        {since && <span class="soft num">{say('piece.flag.since', { since: formatDayOf(locale, since, now) })}</span>}
      </header>
      <Heading>{title}</Heading>
      {origin === 'reported' && (
        <p class="with-icon soft">
          <Icon name="question" />
          {say('piece.flag.reported')}
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{say('piece.flag.off')}</dt>
          <dd>{off.join(locale === 'zh-CN' ? '、' : ', ')}</dd>
        </div>
        <div>
          <dt>{say('piece.flag.why')}</dt>
          <dd class={why ? undefined : 'soft'}>{why ?? say('piece.flag.why_not_told')}</dd>
        </div>
        <div>
          <dt>{say('piece.flag.lifts')}</dt>
          <dd class={lifts ? undefined : 'soft'}>{lifts ?? say('piece.flag.lifts_not_told')}</dd>
        </div>
        <div>
          <dt>{say('piece.flag.imposed_by')}</dt>
          <dd>{imposedBy}</dd>
        </div>
      </dl>
      {href && (
        <a class="more" href={href}>
          {say('piece.flag.details')}
          <Icon name="right" />
        </a>
      )}
    </article>
  );
}
