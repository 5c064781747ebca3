import { parseArgs } from 'node:util';
import type { AppContext } from '../app/context.ts';
import { addAuthority, addCarrier } from '../app/sign-in/bodies.ts';
import type { StaffRole } from '../app/sign-in/staff.ts';
import { addStaff, endStaff, inviteStaff, linkStaff, STAFF_ROLES } from '../app/sign-in/staff.ts';
import { RefusalError } from '../domain/refusal.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import type { CliCommand, Invocation } from './commands.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
type Spec = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

const text = { type: 'string' } as const;
const NAMES = { 'name-zh': text, 'name-en': text, province: text } as const;

/** Commands that enter who takes part: carriers, authorities, staff. People open their own accounts. */
export const PEOPLE_COMMANDS: readonly CliCommand[] = [
  {
    words: ['carrier', 'add'],
    takes: 'ID …',
    does: 'enter a carrier; --name-zh, --name-en, --province CN-ZJ, --systems NAME or voice_out=NAME,…; --unconnected',
    run: (invocation) =>
      ask(invocation, { ...NAMES, systems: text, unconnected: { type: 'boolean' } }, async (ctx, id, given) => {
        const connected = given['unconnected'] !== true;
        const carrier = await addCarrier(ctx, { ...bodyOf(id, given), systems: textIn(given, 'systems'), connected });
        return `${carrier.carrierId} is entered. ${carrier.nameZh}已登记。`;
      }),
  },
  {
    words: ['authority', 'add'],
    takes: 'ID …',
    does: 'enter an authority; --kind telecom_regulator|ministry_centre|consumer_association, names and province as above',
    run: (invocation) =>
      ask(invocation, { ...NAMES, kind: text }, async (ctx, id, given) => {
        const body = await addAuthority(ctx, { ...bodyOf(id, given), kind: textIn(given, 'kind') });
        return `${body.authorityId} is entered. ${body.nameZh}已登记。`;
      }),
  },
  {
    words: ['staff', 'add'],
    takes: 'ID …',
    does: `enter staff or a system; --role ${STAFF_ROLES.join('|')}, --name, --carrier or --authority; --locale en`,
    run: (invocation) =>
      ask(
        invocation,
        { role: text, name: text, carrier: text, authority: text, locale: text },
        async (ctx, id, given) => {
          const role = STAFF_ROLES.find((one): one is StaffRole => one === given['role']);
          if (!role) return fault(`--role must be one of ${STAFF_ROLES.join(', ')}.`, '请用 --role 指明角色。');
          const locale = given['locale'] === 'en' ? 'en' : 'zh-CN';
          const place = {
            carrierId: textIn(given, 'carrier') || null,
            authorityId: textIn(given, 'authority') || null,
          };
          await addStaff(ctx, { id, role, name: textIn(given, 'name'), locale, ...place });
          const next = role === 'system' ? `qingbiao key create ${id}` : `qingbiao staff invite ${id}`;
          return `${id} is entered; next: ${next}. 已登记，下一步：${next}`;
        },
      ),
  },
  {
    words: ['staff', 'invite'],
    takes: 'ID',
    does: 'print a one-time link for setting up a passkey or an authenticator app; good for three days',
    run: (invocation) => ask(invocation, {}, (ctx, id) => inviteStaff(ctx, id)),
  },
  {
    words: ['staff', 'link'],
    takes: 'ID …',
    does: 'link staff to the OpenID provider; --subject SUBJECT, --issuer URL (by default the configured one)',
    run: (invocation) =>
      ask(invocation, { issuer: text, subject: text }, async (ctx, id, given) => {
        const issuer = textIn(given, 'issuer') || ctx.config.oidc?.issuer;
        const subject = textIn(given, 'subject');
        if (!issuer || subject === '')
          return fault('Give --subject, and --issuer.', '请用 --subject 和 --issuer 指明。');
        await linkStaff(ctx, id, { issuer, subject });
        return `${id} is linked. ${id} 已关联单位账户。`;
      }),
  },
  {
    words: ['staff', 'end'],
    takes: 'ID',
    does: 'nobody acts as them any more; what they did keeps their name',
    run: (invocation) =>
      ask(invocation, {}, async (ctx, id) => {
        await endStaff(ctx, id);
        return `${id} can no longer sign in. ${id} 已停用。`;
      }),
  },
];

type Fault = { readonly fault: string };

function fault(en: string, zh: string): Fault {
  return { fault: `${en} ${zh}` };
}

/** Reads options and the id before them, does the work, prints what came of it. 2 when it is refused. */
export async function ask(
  { rest, open, print }: Invocation,
  spec: Spec,
  work: (ctx: AppContext, id: string, given: Options) => Promise<string | Fault>,
): Promise<number> {
  const read = readOptions(rest, spec);
  const [id, ...more] = read?.positionals ?? [];
  if (!read || id === undefined || more.length > 0) {
    print(
      `Give one id, and of options only: ${Object.keys(spec)
        .map((name) => `--${name}`)
        .join(' ')} 参数不对。`,
    );
    return 2;
  }
  return answer({ open, print }, (ctx) => work(ctx, id, read.values));
}

/** Does a piece of work and tells what it came to, a refusal in both languages. */
export async function answer(
  { open, print }: Pick<Invocation, 'open' | 'print'>,
  work: (ctx: AppContext) => Promise<string | Fault>,
): Promise<number> {
  try {
    const found = await work(await open());
    print(typeof found === 'string' ? found : found.fault);
    return typeof found === 'string' ? 0 : 2;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    print(`${refusalWords('en', error.refusal)} ${refusalWords('zh-CN', error.refusal)}`);
    return 2;
  }
}

function readOptions(args: readonly string[], options: Spec) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
}

export function textIn(given: Options, name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value : '';
}

function bodyOf(id: string, given: Options) {
  const nameZh = textIn(given, 'name-zh');
  return { id, nameZh, nameEn: textIn(given, 'name-en') || nameZh, province: textIn(given, 'province') || null };
}
