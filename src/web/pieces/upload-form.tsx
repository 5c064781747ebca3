import type { FormState } from '../form.ts';
import { Button, type ButtonLook } from './button.tsx';
import { type Option, SelectField } from './field.tsx';
import { FileDrop } from './file-drop.tsx';
import { Form } from './form.tsx';
import { useText } from './page.ts';

export type UploadFormProps = {
  action: string;
  form: FormState;
  formKey: string;
  /** Which paper the file may be; without any the question is not asked. */
  papers: readonly Option[];
  /** The paper that a link named. */
  material?: string | undefined;
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
      <Button look={look} icon="upload">
        {say('case.files_add')}
      </Button>
    </Form>
  );
}
