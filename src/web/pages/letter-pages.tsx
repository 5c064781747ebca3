import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField, Field, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import type { FactField } from '../present/letters.ts';

export type LettersPageProps = {
  readonly letters: readonly { readonly kind: string; readonly name: string; readonly use: string }[];
  readonly code: string | null;
  /** The case whose facts fill the forms. */
  readonly caseId: string | null;
};

/** Every letter, with when it is the right one. */
export function LettersPage({ letters, code, caseId }: LettersPageProps) {
  const say = useText();
  const from: Record<string, string> = caseId ? { case: caseId } : code ? { code } : {};
  return (
    <PublicLayout
      title={say('letters.title')}
      description={say('letters.lead')}
      back={{ href: paths.home, label: say('triage.again') }}
    >
      <h1>{say('letters.title')}</h1>
      <p>{say('letters.lead')}</p>
      <ul class="grid gap-4">
        {letters.map(({ kind, name, use }) => (
          <li key={kind} class="border-t border-line pt-3">
            <h2>
              <a href={withQuery(paths.letter(kind), from)}>{name}</a>
            </h2>
            <p class="soft">{use}</p>
          </li>
        ))}
      </ul>
    </PublicLayout>
  );
}

export type LetterFormPageProps = {
  readonly kind: string;
  readonly name: string;
  readonly use: string;
  readonly says: string;
  /** Whether the letter can say that the other side is mistaken. */
  readonly mayClaim: boolean;
  readonly fields: readonly FactField[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly form: FormState;
};

/** What the letter has a place for; all of it may stay blank. */
export function LetterFormPage({ kind, name, use, says, mayClaim, fields, hidden, form }: LetterFormPageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <PublicLayout title={name} back={{ href: paths.letters, label: say('letter.back') }} indexed={false}>
      <h1>{name}</h1>
      <p>{use}</p>
      <Notice tone="info" title={say('letter.says')}>
        {says}
      </Notice>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }))}
      />
      <p class="soft">{say('letter.form_lead')}</p>
      <Form action={paths.letter(kind)} hidden={hidden}>
        {fields.map(({ name: fact, label, long }) =>
          long ? (
            <TextArea key={fact} id={fact} label={label} optional rows={3} value={typed[fact]} error={errors[fact]} />
          ) : (
            <Field key={fact} id={fact} label={label} optional value={typed[fact]} error={errors[fact]} />
          ),
        )}
        {mayClaim && <CheckField id="claims" label={say('letter.claims')} checked={typed.claims === 'yes'} />}
        <CheckField id="lending" label={say('letter.lending')} checked={typed.lending === 'yes'} />
        <Button look="primary" wide>
          {say('letter.preview')}
        </Button>
      </Form>
    </PublicLayout>
  );
}

export type LetterPreviewPageProps = {
  readonly kind: string;
  readonly title: string;
  readonly reference: string;
  readonly addressee: string;
  readonly pieces: readonly { readonly id: string; readonly text: string; readonly label: string }[];
  readonly citations: readonly string[];
  readonly missing: readonly string[];
  /** Characters that the face of the letter does not have. */
  readonly unprintable: readonly string[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

/** The letter in pieces that can be changed, and the two ways to take it along. */
export function LetterPreviewPage(props: LetterPreviewPageProps) {
  const { kind, title, reference, addressee, pieces, citations, missing, unprintable, hidden, errors } = props;
  const say = useText();
  return (
    <PublicLayout title={title} back={{ href: paths.letters, label: say('letter.back') }} indexed={false}>
      <h1>{say('letter.preview_title')}</h1>
      <p>{say('letter.preview_lead')}</p>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }))}
      />
      {missing.length > 0 && (
        <Notice tone="info">
          <p>{say('letter.missing', { list: missing.join('、') })}</p>
        </Notice>
      )}
      {unprintable.length > 0 && (
        <Notice tone="attention">
          <p>{say('letter.unprintable', { list: unprintable.join(' ') })}</p>
        </Notice>
      )}
      <Form action={`${paths.letter(kind)}/file`} hidden={hidden}>
        <div>
          <h2>{title}</h2>
          <p class="soft num">{say('letter.reference', { reference })}</p>
          <p>{addressee}：</p>
        </div>
        {pieces.map(({ id, text, label }) => (
          <TextArea
            key={id}
            id={`edit.${id}`}
            label={label}
            rows={Math.min(8, 2 + Math.ceil(text.length / 40))}
            value={text}
            error={errors[`edit.${id}`]}
          />
        ))}
        {citations.length > 0 && (
          <p class="soft">
            {say('letter.citations')} {citations.join('；')}
          </p>
        )}
        <Button look="primary" wide name="format" value="pdf" icon="paper">
          {say('letter.pdf')}
        </Button>
        <Button wide name="format" value="docx" icon="paper">
          {say('letter.docx')}
        </Button>
      </Form>
    </PublicLayout>
  );
}
