import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ChoiceField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { Fold } from './desk-acts.tsx';

export type HolderCheckProps = {
  /** Masked. */
  readonly holder: string;
  readonly before: string;
};
type Props = HolderCheckProps & { readonly caseId: string; readonly formKey: string; readonly form: FormState };

const RESULTS = ['passed', 'failed'] as const;

/** The result of comparing a paper with the register; nothing of the paper is asked for. */
export function HolderCheck({ holder, before, caseId, formKey, form }: Props) {
  const say = useText();
  const error = form.errors.holder_result;
  return (
    <Fold title={say('desk.holder.title')} open={error !== undefined}>
      <p>{say('desk.holder.lead', { holder })}</p>
      <p class="soft num">{before}</p>
      <Form action={paths.deskCaseAct(caseId, 'holder_proof')} idempotencyKey={`${formKey}-holder`}>
        <ChoiceField
          id="holder_result"
          label={say('desk.holder.result')}
          error={error}
          value={form.typed.holder_result ? [form.typed.holder_result] : []}
          options={RESULTS.map((value) => ({ value, label: say(`desk.holder.result.${value}`) }))}
        />
        <Button>{say('desk.holder.send')}</Button>
      </Form>
    </Fold>
  );
}
