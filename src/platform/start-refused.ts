/** Thrown before the product serves: one line that says what is wrong and what to do, in English and Chinese. */
export class StartRefused extends Error {
  override name = 'StartRefused';
  readonly code: string;
  /** Further lines the person has to copy, such as SQL for an administrator. */
  readonly copy: readonly string[];

  constructor(code: string, english: string, chinese: string, copy: readonly string[] = []) {
    super(`${english} ${chinese}`);
    this.code = code;
    this.copy = copy;
  }
}
