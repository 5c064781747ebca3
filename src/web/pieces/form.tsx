import type { ComponentChildren } from 'preact';
import { usePage } from './page.ts';

/** The hidden field that proves that a post came from a page of ours. */
export function CsrfField() {
  return <input type="hidden" name="csrf" value={usePage().csrf} />;
}

export type FormProps = {
  action: string;
  method?: 'post' | 'get' | undefined;
  /** Set for forms that carry files. */
  files?: boolean | undefined;
  /** Key under which a second sending of the same form is recognised. */
  idempotencyKey?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  label?: string | undefined;
  class?: string | undefined;
  island?: string | undefined;
  children: ComponentChildren;
};

/** A form that posts without script; browser checks are off so that errors come back in our words, with everything typed. */
export function Form({
  action,
  method = 'post',
  files,
  idempotencyKey,
  hidden,
  label,
  class: extra,
  island,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method={method}
      encType={files ? 'multipart/form-data' : undefined}
      class={extra ?? 'form'}
      aria-label={label}
      data-island={island}
      noValidate
    >
      {method === 'post' && <CsrfField />}
      {idempotencyKey && <input type="hidden" name="idempotency_key" value={idempotencyKey} />}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
