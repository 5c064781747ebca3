/** One part of a printed sheet. Columns share the width by their weights; a row may be wider in words than in signs. */
export type SheetPart =
  | { readonly kind: 'pairs'; readonly title: string; readonly pairs: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly note: string;
      readonly head: readonly string[];
      readonly weights: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'notes'; readonly title: string; readonly notes: readonly string[] }
  | {
      readonly kind: 'story';
      readonly title: string;
      readonly items: readonly { readonly head: string; readonly lines: readonly string[] }[];
    };

/** A document of the escalation file, ready to be set: words alone, no markup. */
export type Sheet = {
  readonly reference: string;
  readonly title: string;
  readonly under: string;
  /** `{page}` and `{pages}` are filled in by whoever sets it. */
  readonly foot: string;
  readonly parts: readonly SheetPart[];
};

/** Every word of a sheet, to look for characters that cannot be printed. */
export function textOf(sheet: Sheet): string {
  return JSON.stringify(sheet);
}
