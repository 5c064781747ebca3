import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type ConsentText = { readonly title?: string; readonly words: string };

/** What is agreed to, word for word, one tap away. */
export function ConsentTexts({ texts }: { texts: readonly ConsentText[] }) {
  const say = useText();
  return (
    <details class="law">
      <summary>
        <Icon name="paper" />
        <span>{say('consent.read')}</span>
        <Icon name="down" class="turn" />
      </summary>
      <div class="law-body">
        {texts.map(({ title, words }) => (
          <p key={words}>
            {title && <b>{title} </b>}
            {words}
          </p>
        ))}
      </div>
    </details>
  );
}
