import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

type Frame = {
  /** Also the name of the field and the target of the error summary. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Makes the label the heading of a one-question page. */
  question?: boolean | undefined;
};

function describedBy({ id, hint, error }: Pick<Frame, 'id' | 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

function FieldNotes({ id, hint, error }: Pick<Frame, 'id' | 'hint' | 'error'>) {
  const say = useText();
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          <Icon name="alert" />
          <span>
            <span class="sr-only">{say('piece.errors.prefix')}</span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

function Label({ id, label, optional, question }: Pick<Frame, 'id' | 'label' | 'optional' | 'question'>) {
  const say = useText();
  const words = (
    <label for={id}>
      {label}
      {optional && <span class="field-optional">{say('piece.field.optional')}</span>}
    </label>
  );
  return question ? <h1 class="question">{words}</h1> : words;
}

export type FieldProps = Frame & {
  type?: 'text' | 'tel' | 'email' | 'number' | 'date' | 'datetime-local' | 'search' | 'password' | undefined;
  value?: string | undefined;
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text' | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  /** Width in characters, so that the field hints at what is expected. */
  size?: number | undefined;
};

/** One line to type in. */
export function Field({ type = 'text', value, inputMode, autoComplete, maxLength, size, ...frame }: FieldProps) {
  return (
    <div class={frame.error ? 'field field-wrong' : 'field'}>
      <Label {...frame} />
      <FieldNotes {...frame} />
      <input
        class="input"
        id={frame.id}
        name={frame.id}
        type={type as 'text'}
        value={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={maxLength}
        size={size}
        aria-invalid={frame.error ? 'true' : undefined}
        aria-describedby={describedBy(frame)}
      />
    </div>
  );
}

export type TextAreaProps = Frame & {
  value?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
};

/** Several lines to type in; a text kept here survives a closed page once script has run. */
export function TextArea({ value, rows = 5, maxLength, ...frame }: TextAreaProps) {
  return (
    <div class={frame.error ? 'field field-wrong' : 'field'}>
      <Label {...frame} />
      <FieldNotes {...frame} />
      <textarea
        class="input textarea"
        id={frame.id}
        name={frame.id}
        rows={rows}
        maxLength={maxLength}
        aria-invalid={frame.error ? 'true' : undefined}
        aria-describedby={describedBy(frame)}
        value={value}
      />
    </div>
  );
}

export type Option = { value: string; label: string; hint?: string | undefined };
export type SelectFieldProps = Frame & {
  options: readonly Option[];
  value?: string | undefined;
  placeholder?: string | undefined;
};

/** One of many, in a list. */
export function SelectField({ options, value, placeholder, ...frame }: SelectFieldProps) {
  return (
    <div class={frame.error ? 'field field-wrong' : 'field'}>
      <Label {...frame} />
      <FieldNotes {...frame} />
      <select
        class="input select"
        id={frame.id}
        name={frame.id}
        aria-invalid={frame.error ? 'true' : undefined}
        aria-describedby={describedBy(frame)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export type ChoiceFieldProps = Frame & {
  options: readonly Option[];
  /** Chosen values; with `many`, any number of them. */
  value?: readonly string[] | undefined;
  many?: boolean | undefined;
  /** Options beside each other, for short answers such as yes and no. */
  inline?: boolean | undefined;
};

/** One of few (or, with `many`, some of few), each a large target. */
export function ChoiceField({ options, value = [], many, inline, ...frame }: ChoiceFieldProps) {
  const say = useText();
  const legend = (
    <>
      {frame.label}
      {frame.optional && <span class="field-optional">{say('piece.field.optional')}</span>}
    </>
  );
  return (
    <fieldset
      class={frame.error ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(frame)}
      aria-invalid={frame.error && !many ? 'true' : undefined}
      role={many ? undefined : 'radiogroup'}
    >
      <legend>{frame.question ? <h1 class="question">{legend}</h1> : legend}</legend>
      <FieldNotes {...frame} />
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option, at) => {
          const id = at === 0 ? frame.id : `${frame.id}-${option.value}`;
          return (
            <label key={option.value} class="choice" for={id}>
              <input
                id={id}
                name={frame.id}
                type={many ? 'checkbox' : 'radio'}
                value={option.value}
                checked={value.includes(option.value)}
              />
              <span>
                <span class="choice-label">{option.label}</span>
                {option.hint && <span class="choice-hint">{option.hint}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

export type CheckFieldProps = {
  id: string;
  label: ComponentChildren;
  checked?: boolean | undefined;
  value?: string | undefined;
  error?: string | undefined;
};

/** One thing to agree to. */
export function CheckField({ id, label, checked, value = 'yes', error }: CheckFieldProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <FieldNotes id={id} error={error} />
      <label class="choice" for={id}>
        <input
          id={id}
          name={id}
          type="checkbox"
          value={value}
          checked={checked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy({ id, error })}
        />
        <span class="choice-label">{label}</span>
      </label>
    </div>
  );
}
