import type { Keys } from './shot.ts';
import { fire } from './shot.ts';

/** A form as a page offered it to somebody. */
export type Form = {
  readonly actor: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly multipart: boolean;
};

/** Every form that posts on these pages, with what its fields hold. */
export async function findForms(
  port: number,
  actor: string,
  keys: Keys | undefined,
  pages: readonly string[],
): Promise<Form[]> {
  const found: Form[] = [];
  for (const path of pages) {
    const shot = { actor, via: 'visit', method: 'GET', path, headers: {}, body: null } as const;
    const answer = await fire(port, shot, keys);
    if (answer?.status === 200) found.push(...formsIn(actor, answer.body.toString()));
  }
  return [...new Map(found.map((form) => [form.action, form])).values()];
}

function formsIn(actor: string, html: string): Form[] {
  return html
    .split('<form')
    .slice(1)
    .flatMap((part) => {
      const [form = ''] = part.split('</form>');
      if (!/method="post"/i.test(form)) return [];
      const fields: Record<string, string> = {};
      for (const [tag] of form.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
        const name = attribute(tag, 'name');
        if (name) fields[name] ??= attribute(tag, 'value');
      }
      return [{ actor, action: attribute(form, 'action'), fields, multipart: form.includes('multipart/form-data') }];
    });
}

function attribute(tag: string, name: string): string {
  return (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}
