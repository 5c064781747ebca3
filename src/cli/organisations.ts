import { enterOrganisation, enterRepresentative, REPRESENTATIVE_KINDS } from '../app/sign-in/by-office.ts';
import type { CliCommand } from './commands.ts';
import { ask, textIn } from './people.ts';

const text = { type: 'string' } as const;
const SPEC = { name: text, locale: text } as const;
const localeOf = (given: string) => (given === 'en' ? 'en' : 'zh-CN');

/** Commands that enter organisations, and those who act for others by office; people of their own open their accounts themselves. */
export const ORGANISATION_COMMANDS: readonly CliCommand[] = [
  {
    words: ['organisation', 'add'],
    takes: 'ID …',
    does: 'enter an organisation, whose ID carriers name as holder; --name, --credit-code (GB 32100); --locale en',
    run: (invocation) =>
      ask(invocation, { ...SPEC, 'credit-code': text }, async (ctx, id, given) => {
        const code = await enterOrganisation(ctx, {
          id,
          name: textIn(given, 'name'),
          locale: localeOf(textIn(given, 'locale')),
          creditCode: textIn(given, 'credit-code'),
        });
        return `${id} is entered with ${code}; next: qingbiao staff invite ${id}. 已登记，下一步：qingbiao staff invite ${id}`;
      }),
  },
  {
    words: ['representative', 'add'],
    takes: 'ID …',
    does: `enter who acts for others by office; --kind ${REPRESENTATIVE_KINDS.join('|')}, --name; --locale en`,
    run: (invocation) =>
      ask(invocation, { ...SPEC, kind: text }, async (ctx, id, given) => {
        const one = { id, name: textIn(given, 'name'), locale: localeOf(textIn(given, 'locale')) } as const;
        await enterRepresentative(ctx, { ...one, kind: textIn(given, 'kind') });
        return `${id} is entered; next: qingbiao staff invite ${id}. 已登记，下一步：qingbiao staff invite ${id}`;
      }),
  },
];
