import { expect, it } from 'vitest';
import { paths } from '../../src/web/paths.ts';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const IDS = ['x', '%00', '%E4%BD%A0', '__proto__', '..%2f..', 'case_zzzzzzzzzzzzz_1', 'flag_1_1', 'lift_1_1'];
const QUERIES = [
  '',
  '?cursor=x',
  '?cursor=a&cursor=b',
  '?step=words&step=x',
  '?done=__proto__',
  '?next=/%00',
  '?lang=x',
  '?assignee=%00',
];
const JUNK = [
  'a\u0000',
  'x'.repeat(70_000),
  '2026-02-30',
  '99999-99-99',
  '９９',
  '__proto__',
  '',
  ' ',
  'x,x',
  '-1',
  '1e999',
];

/** Forms that must be among those that were found and tried. */
const FORMS = [
  '/check',
  '/sign-in',
  '/flags/ID/case',
  '/cases/ID/say',
  '/cases/ID/give-material',
  '/cases/ID/withdraw',
  '/desk/cases/ID/decide',
  '/desk/cases/ID/ask-material',
  '/desk/cases/ID/say',
  '/cases/ID/escalate',
  '/authority/cases/ID/decline',
  '/authority/cases/ID/ask-carrier',
  '/authority/cases/ID/settle',
  '/authority/cases/ID/end-unsettled',
  '/authority/cases/ID/say',
];

/** Every address of the pages: the ones without a part of their own, and the others around a given part. */
function addresses(part: string): string[] {
  return Object.values(paths).map((path) =>
    typeof path === 'string'
      ? path
      : decodeURI((path as (...parts: string[]) => string)(part, part).replaceAll('%25', '%')),
  );
}

it.each([null, 'lin-xiaoyu', 'zhao-lei', 'zheng-jie', 'fang-min'])(
  'no page fails %s, whatever is asked of it',
  async (actorId) => {
    const { mobile } = await lives.line();
    await lives.suspected(mobile);
    const visitor = actorId ? await pages.signedIn(actorId) : pages.visitor();
    const signOut: string = paths.signOut;
    for (const id of IDS) {
      for (const address of addresses(id)) {
        for (const query of QUERIES) {
          const { statusCode, body } = await visitor.get(address + query);
          expect(statusCode, `GET ${address}${query}: ${body.slice(0, 200)}`).toBeLessThan(500);
        }
      }
    }
    const { csrf = '' } = await visitor.hiddenOf('/', '/check');
    for (const id of IDS) {
      for (const address of addresses(id).filter((one) => one !== signOut)) {
        const { statusCode, body } = await visitor.post(address, { csrf });
        expect(statusCode, `POST ${address}: ${body.slice(0, 200)}`).toBeLessThan(500);
      }
    }
  },
);

it('no form fails, whatever is typed into its fields', async () => {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  const other = await lives.suspected((await lives.line()).mobile);
  const { case_id: caseId } = await lives.inReview(flagId);
  const { case_id: refusedId } = await lives.refused(await lives.suspected((await lives.line()).mobile));
  const { case_id: handedId } = await lives.escalated(await lives.suspected((await lives.line()).mobile));
  const { case_id: takenId } = await lives.accepted(await lives.suspected((await lives.line()).mobile));
  const authority = [`/authority/cases/${handedId}`, `/authority/cases/${takenId}`];
  const person = [
    '/',
    '/sign-in',
    '/keep',
    '/mine',
    `/flags/${other}`,
    `/flags/${other}/case?step=words&remedy=appeal`,
  ];
  const desk = ['/desk', `/desk/cases/${caseId}`, `/desk/flags/${flagId}`, '/desk/attention', '/desk/webhooks'];
  const tried = new Set<string>();
  for (const [actorId, addressesToRead] of [
    ['zhao-lei', desk],
    ['fang-min', ['/authority', '/authority/dealings', ...authority]],
    ['lin-xiaoyu', [...person, `/cases/${caseId}`, `/cases/${refusedId}/escalate`]],
  ] as const) {
    const visitor = await pages.signedIn(actorId);
    for (const page of addressesToRead) {
      for (const { action, hidden, names } of await visitor.formsOn(page)) {
        if (action === '/sign-out') continue;
        for (const junk of JUNK) {
          const fields = Object.fromEntries(
            names.map((name) => [name, name in hidden && name !== 'next' ? hidden[name] : junk]),
          );
          const { statusCode, body } = await visitor.post(action, fields as Record<string, string>);
          expect(statusCode, `${action} ${names} ${junk.slice(0, 9)}: ${body.slice(0, 300)}`).toBeLessThan(500);
          tried.add(action.replaceAll(/[a-z]+_[0-9a-z_]+/g, 'ID'));
        }
      }
    }
  }
  expect([...tried].toSorted()).toEqual(expect.arrayContaining(FORMS));
  const entries = (await app.as('zheng-jie').get(`/numbers/${numberId}/timeline?limit=200`)).body.items;
  expect(JSON.stringify(entries)).not.toMatch(/x{4001}|\\u0000/);
});
