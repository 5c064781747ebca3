import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { ConsentTexts } from './consent-texts.tsx';
import { Form } from './form.tsx';
import { useText } from './page.ts';

export type ConsentCardProps = {
  readonly rows: readonly {
    readonly kind: string;
    readonly title: string;
    /** Null where there were consents and none stands. */
    readonly state: string | null;
    /** The words that were read. */
    readonly words: string | null;
    readonly past: readonly { readonly id: string; readonly words: string }[];
    readonly mayWithdraw: boolean;
  }[];
};

/** Separate consents: which, when, in which words, and the way to take each back. */
export function ConsentCard({ rows }: ConsentCardProps) {
  const say = useText();
  return (
    <Card title={say('consent.title')}>
      <p>{say('consent.lead')}</p>
      {rows.map(({ kind, title, state, words, past, mayWithdraw }) => (
        <div key={kind} class="grid gap-2 border-t border-line py-3">
          <h3>{title}</h3>
          {state && <p class="num">{state}</p>}
          {words && <ConsentTexts texts={[{ words }]} />}
          {past.map((one) => (
            <p key={one.id} class="soft num">
              {one.words}
            </p>
          ))}
          {mayWithdraw && (
            <Form action={paths.dataConsent} hidden={{ kind }} label={say('consent.withdraw_of', { kind: title })}>
              <Button>{say('consent.withdraw')}</Button>
            </Form>
          )}
        </div>
      ))}
      {rows.some((row) => row.mayWithdraw) && <p>{say('consent.effect')}</p>}
      <p class="soft">{say('consent.abroad')}</p>
    </Card>
  );
}
