import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';

export type HolderPageProps = {
  number: string;
  action: string;
  possession: string;
  holder: string;
  isProved: boolean;
  waits: boolean;
  /** Null where no provider is connected: papers at the carrier's desk remain. */
  provider: string | null;
  /** The separate consent still to give. */
  consent: { readonly title: string; readonly words: string } | null;
  /** The provider's own page for a check just begun. */
  goTo: string | null;
  form: FormState;
};

/** Having a number in hand and being its holder: two proofs, shown apart. */
export function HolderPage({
  number,
  action,
  possession,
  holder,
  isProved,
  waits,
  provider,
  consent,
  goTo,
  form,
}: HolderPageProps) {
  const say = useText();
  return (
    <PublicLayout
      title={say('holder.title')}
      back={{ href: paths.mySignIn, label: say('mysignin.title') }}
      indexed={false}
    >
      <h1>{say('holder.title')}</h1>
      <p class="num">{number}</p>
      <ErrorSummary errors={faultsOf(form)} />
      <p>{say('holder.lead')}</p>
      <Card title={say('holder.possession.title')}>
        <p class="num">{possession}</p>
      </Card>
      <Card title={say('holder.holder.title')}>
        <p class="num">{holder}</p>
        {goTo && (
          <LinkButton href={goTo} look="primary">
            {say('holder.go_to', { name: provider ?? '' })}
          </LinkButton>
        )}
        {!goTo && waits && <LinkButton href={action}>{say('holder.look_again')}</LinkButton>}
        {!goTo && !isProved && provider && (
          <Form action={action}>
            {consent && (
              <>
                <p>{consent.words}</p>
                <CheckField
                  id="consent"
                  label={say('consent.agree_check')}
                  checked={form.typed.consent === 'yes'}
                  error={form.errors.consent}
                />
              </>
            )}
            <Button look={waits ? 'secondary' : 'primary'}>{say('holder.begin', { name: provider })}</Button>
          </Form>
        )}
        {!isProved && <p class="soft">{say('holder.papers')}</p>}
      </Card>
    </PublicLayout>
  );
}
