import { renderDocument } from './entry-server.tsx';
import { CounterGallery } from './gallery/counter.tsx';
import { DeskGallery } from './gallery/desk.tsx';
import { QuestionGallery } from './gallery/question.tsx';
import type { PageContext } from './pieces/page.ts';

/** Every piece on three pages, for looking at and for measuring; no route leads here. */
export const galleries = { counter: CounterGallery, question: QuestionGallery, desk: DeskGallery } as const;

export function renderGallery(
  name: keyof typeof galleries,
  context: PageContext,
  props: { rows?: number } = {},
): string {
  return renderDocument(galleries[name], props, context);
}
