export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Why a command was not done: a stable dotted code with its data; the words live in `locales`. */
export type Refusal = {
  readonly code: string;
  readonly data?: { readonly [key: string]: JsonValue };
  /** JSON pointer into the input, where one field is at fault. */
  readonly pointer?: string;
};

/** Carries a refusal through code that returns a plain value. */
export class RefusalError extends Error {
  override name = 'RefusalError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Builds a refusal without carrying absent fields. */
export function refusal(code: string, data?: Refusal['data'], pointer?: string): Refusal {
  return { code, ...(data ? { data } : {}), ...(pointer === undefined ? {} : { pointer }) };
}
