import type { FormState } from '../form.ts';
import { Button, type ButtonLook } from './button.tsx';
import { ConsentTexts } from './consent-texts.tsx';
import { CheckField, type Option, SelectField } from './field.tsx';
import { FileDrop } from './file-drop.tsx';
import { Form } from './form.tsx';
import { useText } from './page.ts';

export type ConsentAsked = {
  readonly texts: readonly { readonly title: string; readonly words: string }[];
  readonly agreed: readonly string[];
};
export type UploadFormProps = {
  action: string;
  form: FormState;
  formKey: string;
  /** Which paper the file may be; without any the question is not asked. */
  papers: readonly Option[];
  /** The paper that a link named. */
  material?: string | undefined;
  /** Separate consent to what is sensitive: the texts not agreed to yet, and the kinds that were. */
  consent: ConsentAsked;
  maxBytes: number;
  accept: string;
  typeNames: string;
  look?: ButtonLook | undefined;
};

/** One file at a time, as a plain form; script adds a picture of it and how far it is. */
export function UploadForm({
  action,
  form,
  formKey,
  papers,
  material,
  consent,
  maxBytes,
  accept,
  typeNames,
  look = 'secondary',
}: UploadFormProps) {
  const say = useText();
  return (
    <Form action={action} files island="upload" idempotencyKey={formKey}>
      {papers.length > 0 && (
        <SelectField
          id="material"
          label={say('case.files_for')}
          options={papers}
          placeholder={say('case.files_any')}
          value={form.typed.material ?? material}
        />
      )}
      <FileDrop
        id="file"
        label={say('case.files_label')}
        hint={say('case.files_privacy')}
        error={form.errors.file}
        maxBytes={maxBytes}
        accept={accept}
        typeNames={typeNames}
      />
      <ConsentFields consent={consent} form={form} />
      <Button look={look} icon="upload">
        {say('case.files_add')}
      </Button>
    </Form>
  );
}

/** Asked where the file is asked for, apart from everything else, with the whole text one tap away. */
function ConsentFields({ consent, form }: { consent: ConsentAsked; form: FormState }) {
  const say = useText();
  return (
    <>
      {consent.texts.length > 0 && (
        <>
          <CheckField
            id="consent"
            label={
              <>
                {say('consent.agree')}
                <span class="choice-hint">{say('consent.agree_hint')}</span>
              </>
            }
            checked={form.typed.consent === 'yes'}
            error={form.errors.consent}
          />
          <ConsentTexts texts={consent.texts} />
        </>
      )}
      {consent.agreed.length > 0 && (
        <p class="soft">{say('consent.already', { list: consent.agreed.join(say('list.and')) })}</p>
      )}
    </>
  );
}
