import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { type Option, SelectField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { DeskFrame } from './desk-frame.tsx';

export type DeskPaper = {
  readonly id: string;
  readonly when: string;
  readonly number: string;
  readonly principal: string;
  readonly representative: string;
  readonly terms: readonly string[];
};
export type DeskMandatesProps = {
  readonly carrier: string;
  readonly papers: readonly DeskPaper[];
  readonly grounds: readonly Option[];
  readonly done: string | null;
  readonly form: FormState;
};

/** Mandates on paper that wait for an agent to compare names, number and signature. */
export function DeskMandatesPage({ carrier, papers, grounds, done, form }: DeskMandatesProps) {
  const say = useText();
  return (
    <DeskFrame title={say('desk.mandates.title')} carrier={carrier} hint={say('desk.mandates.hint')} done={done}>
      <ErrorSummary errors={Object.values(form.errors).map((text) => ({ field: undefined, text }))} />
      {papers.length === 0 && <Empty title={say('desk.mandates.title')} body={say('desk.mandates.empty')} />}
      {papers.map(({ id, when, number, principal, representative, terms }) => (
        <Card key={id} title={say('desk.mandates.paper', { principal, representative })}>
          <p class="soft num">{when}</p>
          <p class="num">{number}</p>
          <ul>
            {terms.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            <a href={paths.deskMandateFile(id)}>{say('desk.mandates.file')}</a>
          </p>
          <Form action={paths.deskMandate(id)} hidden={{ act: 'grant' }}>
            <Button look="primary">{say('desk.mandates.grant')}</Button>
          </Form>
          <Form action={paths.deskMandate(id)} hidden={{ act: 'refuse' }}>
            <SelectField id="ground" label={say('desk.mandates.ground')} options={grounds} />
            <Button>{say('desk.mandates.refuse')}</Button>
          </Form>
        </Card>
      ))}
    </DeskFrame>
  );
}
