import type { Locale } from '../../locales/index.ts';

/** What a provider says of a check: it has not happened yet, it was the holder, or it was not. */
export type HolderAnswer = 'waiting' | 'passed' | 'failed';

/**
 * A provider that compares a real person with the registered holder of a number, on pages of its own. No face, name or
 * identity number passes through here. Both calls throw when the provider cannot be reached or does not understand.
 */
export type HolderCheckPort = {
  readonly name: string;
  /** Begins a check; answers its own name for it, and where the person goes. */
  begin(check: {
    readonly checkId: string;
    readonly mobile: string;
    readonly returnUrl: string;
    readonly locale: Locale;
  }): Promise<{ readonly reference: string; readonly url: string }>;
  /** What came of it. */
  result(reference: string): Promise<HolderAnswer>;
};
