import { formatDate } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { usePage, useText } from './page.ts';

export type Confidence = 'confirmed' | 'secondary' | 'recalled_high' | 'recalled_unsure';
export type LawLinkProps = {
  /** Law and article as they are cited: 电信条例第三十四条. */
  article: string;
  /** What it means, in a short sentence anyone understands. */
  plain: string;
  source?: { label: string; href?: string | undefined } | undefined;
  /** Day on which somebody compared the text, `YYYY-MM-DD`. */
  checkedOn: string;
  confidence: Confidence;
};

/** An article of law, one tap away from its plain meaning, its source, and how sure we are of it. */
export function LawLink({ article, plain, source, checkedOn, confidence }: LawLinkProps) {
  const { locale } = usePage();
  const say = useText();
  const sure = confidence === 'confirmed';
  return (
    <details class="law">
      <summary>
        <Icon name="book" />
        <span>{article}</span>
        <Icon name="down" class="turn" />
      </summary>
      <div class="law-body">
        <p>{plain}</p>
        <p class="law-meta">
          <span class="with-icon">
            <Icon name={sure ? 'check' : 'question'} />
            {say(`piece.law.confidence.${confidence}`)}
          </span>
          <span>{say('piece.law.checked', { on: formatDate(locale, checkedOn) })}</span>
          {source && (
            <span>
              {say('piece.law.source')}{' '}
              {source.href ? (
                <a href={source.href} rel="noreferrer">
                  {source.label}
                </a>
              ) : (
                source.label
              )}
            </span>
          )}
        </p>
      </div>
    </details>
  );
}
