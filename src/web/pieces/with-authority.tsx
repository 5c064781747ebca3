import { Card } from './card.tsx';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type WithAuthorityProps = {
  /** The name of the body. */
  body: string;
  /** What it does now, and what follows if it does not. */
  lines: readonly string[];
};
export type DeclineLine = {
  id: string;
  title: string;
  on: string;
  ground: string | null;
  words: string;
  next: string | null;
};

/** Which body has the case, what it is at, and what follows if it lets its time pass. */
export function WithAuthority({ body, lines }: WithAuthorityProps) {
  const say = useText();
  return (
    <Card title={say('escalated.title')}>
      <p class="with-icon">
        <Icon name="scales" />
        <b>{body}</b>
      </p>
      <ul class="grid gap-2">
        {lines.map((line) => (
          <li key={line} class="num">
            {line}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Why a body did not take the case on, in its own words, and what can be done about it. */
export function Declines({ lines }: { lines: readonly DeclineLine[] }) {
  const say = useText();
  return (
    <>
      {lines.map((line) => (
        <Card key={line.id} title={line.title} aside={<span class="soft num">{line.on}</span>}>
          <dl class="facts">
            {line.ground && (
              <div>
                <dt>{say('declined.ground')}</dt>
                <dd>{line.ground}</dd>
              </div>
            )}
            {line.words && (
              <div>
                <dt>{say('declined.words')}</dt>
                <dd class="whitespace-pre-line">{line.words}</dd>
              </div>
            )}
            {line.next && (
              <div>
                <dt>{say('declined.next')}</dt>
                <dd>{line.next}</dd>
              </div>
            )}
          </dl>
        </Card>
      ))}
    </>
  );
}
