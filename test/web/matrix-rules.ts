import type { Kind } from '../support/scene.ts';
import { KINDS } from '../support/scene.ts';
import type { Thing } from '../support/sight.ts';
import { SIGHT } from '../support/sight.ts';

/** Whom a page is for, once they may know of the thing; `nobody` among them means without sign-in. */
export type PageRule = { readonly of: Thing; readonly may: readonly Kind[] };

const ANYBODY = KINDS;
const SIGNED_IN = KINDS.filter((kind) => kind !== 'nobody');
const PERSONS = ['holder', 'user', 'former', 'rep', 'rep_narrow', 'rep_ended', 'stranger', 'rival_holder'] as const;
const PEOPLE_OF_A_LINE = ['holder', 'user', 'rep', 'rep_narrow', 'former', 'rival_holder'] as const;
const COVERED = ['holder', 'user', 'rep', 'former', 'rival_holder'] as const;
const DESK = ['agent', 'reviewer', 'auditor', 'policy_owner', 'system', 'rival_agent', 'rival_system'] as const;
/** People at a desk; machines have no pages of a case. */
const LOOKERS = ['agent', 'reviewer', 'auditor', 'policy_owner', 'rival_agent'] as const;
const AGENTS = ['agent', 'reviewer', 'rival_agent'] as const;
const OFFICERS = ['officer', 'officer_once', 'officer_other'] as const;
const HAS_IT = ['officer', 'officer_other'] as const;

const open = (...routes: string[]) => rules({ of: 'none', may: ANYBODY }, routes);
const signedIn = (...routes: string[]) => rules({ of: 'none', may: SIGNED_IN }, routes);
const persons = (...routes: string[]) => rules({ of: 'none', may: PERSONS }, routes);
const desk = (...routes: string[]) => rules({ of: 'none', may: DESK }, routes);
const of = (thing: Exclude<Thing, 'none'>, may: readonly Kind[], ...routes: string[]) =>
  rules({ of: thing, may }, routes);
/** What nobody of the scene has: the answer is the same for all. */
const nowOf = (...routes: string[]) => rules({ of: 'none', may: [] }, routes);
const sees = (thing: Exclude<Thing, 'none'>) => [...new Set(Object.values(SIGHT[thing]).flat())];

function rules(rule: PageRule, routes: readonly string[]): Record<string, PageRule> {
  return Object.fromEntries(routes.map((route) => [route, rule]));
}

const CODES = [
  '/sign-in/code',
  '/sign-in/mail',
  '/sign-in/mail/code',
  '/sign-in/sms',
  '/sign-in/sms/code',
  '/sign-in/staff/code',
  '/sign-in/passkey',
  '/sign-in/passkey/options',
];
const PROOFS = ['demo', 'totp', 'code', 'passkey', 'send', 'sent'].map((one) => `/prove/${one}`);
const MY_SIGN_IN = [
  'end',
  'end-others',
  'bind',
  'bind/code',
  'return-code',
  'passkey',
  'passkey/options',
  'passkey/forget',
].map((one) => `/my-sign-in/${one}`);
/** These name a visit or a passkey in the form. */
const NAMED = ['/my-sign-in/end', '/my-sign-in/passkey/forget'];
const INVITED = ['app', 'passkey', 'passkey/options'];
const ASSIGNING = ['claim', 'take-over', 'release', 'hand-over'];
const CASE_ACTS = [
  'submit',
  'say',
  'give-material',
  'withdraw',
  'confirm-back',
  'report-not-back',
  'add-evidence',
  'rewrite',
  'ask-precheck',
];
const AUTHORITY_ACTS = ['accept', 'decline', 'ask-carrier', 'mediate', 'settle', 'end-unsettled', 'say'];

const CLASS_ACTS = ['take-out', 'put-back', 'decide', 'drop'];

/** One rule for each route of the pages. A new page without one fails the matrix. */
export const PAGE_RULES: Readonly<Record<string, PageRule>> = {
  ...open(
    'GET /',
    'GET /check',
    'POST /check',
    'GET /check/picture',
    'POST /check/picture',
    'GET /plan',
    'POST /plan',
    'GET /plan/papers',
  ),
  ...open('GET /guides', 'GET /guides/:kind/:id', 'GET /sitemap.xml', 'GET /robots.txt', 'GET /clocks'),
  ...open('GET /keep', 'POST /keep', 'GET /letters', 'GET /reminders', 'GET /reminders/calendar.ics'),
  ...open('GET /letters/:kind', 'POST /letters/:kind', 'GET /letters/:kind/file', 'POST /letters/:kind/file'),
  ...open('GET /.well-known/qingbiao-signing-keys.json'),
  ...open('GET /sign-in', 'POST /sign-in', 'GET /sign-in/staff', 'GET /sign-in/provider', 'GET /sign-in/provider/back'),
  ...open(...CODES.flatMap((path) => [`GET ${path}`, `POST ${path}`])),
  ...open('GET /sign-out', 'POST /sign-out'),
  // An invitation is known by its secret name alone; nobody here has one.
  ...open('GET /enrol/:name/passkey', 'GET /enrol/:name/passkey/options'),
  ...nowOf(...INVITED.map((one) => `POST /enrol/:name/${one}`)),
  ...nowOf('GET /enrol/:name', 'GET /enrol/:name/app'),
  ...signedIn('GET /my-sign-in', ...MY_SIGN_IN.filter((path) => !NAMED.includes(path)).map((path) => `POST ${path}`)),
  ...nowOf(...NAMED.map((path) => `POST ${path}`), 'GET /resume'),
  ...open(...[...MY_SIGN_IN, ...PROOFS, '/prove/provider'].map((path) => `GET ${path}`)),
  ...signedIn('GET /prove', ...PROOFS.map((path) => `POST ${path}`)),
  ...persons(
    'GET /mine/inbox',
    'GET /mine/data',
    'GET /mine/data/export.json',
    'GET /mine/mandates',
    'GET /mine/mandates/new',
  ),
  ...signedIn('GET /mine', 'GET /mine/mandates/paper'),
  ...persons(
    'POST /mine/data/consent',
    'POST /mine/data/name',
    'POST /mine/mandates/new',
    'POST /mine/mandates/sign',
    'POST /mine/mandates/accept',
    'POST /mine/mandates/paper',
  ),
  ...of(
    'number',
    ['holder', 'user', 'former', 'rival_holder'],
    'GET /mine/data/correct/:numberId',
    'POST /mine/data/correct/:numberId',
  ),
  ...of('correction', sees('correction'), 'GET /corrections/:correctionId'),
  ...of('correction', DESK, 'GET /desk/corrections/:correctionId'),
  ...of('correction', AGENTS, 'POST /desk/corrections/:correctionId'),
  // Nobody of the scene is an organisation or acts for one; test/web/organisation.test.ts has those who do.
  ...nowOf('GET /organisation', 'POST /organisation/cases', 'GET /organisation/members', 'POST /organisation/members'),
  ...nowOf('POST /organisation/members/:appointmentId/end'),
  ...open('GET /organisation/cases', 'GET /organisation/members/:appointmentId/end'),
  ...rules({ of: 'none', may: ['admin', 'auditor'] }, ['GET /desk/holds']),
  ...rules({ of: 'none', may: ['admin'] }, ['POST /desk/holds']),
  ...open('GET /desk/holds/:holdId/end'),
  ...of('hold', ['admin'], 'POST /desk/holds/:holdId/end'),
  ...open('GET /mine/data/name', 'GET /mine/data/consent', 'GET /mine/mandates/sign', 'GET /mine/mandates/accept'),
  ...of('mandate', sees('mandate'), 'GET /mandates/:mandateId', 'POST /mandates/:mandateId'),
  ...of(
    'number',
    ['holder', 'user', 'rival_holder'],
    'GET /my-sign-in/numbers/:numberId',
    'POST /my-sign-in/numbers/:numberId',
  ),
  ...of('flag', sees('flag'), 'GET /flags/:flagId'),
  ...of(
    'flag',
    COVERED.filter((kind) => kind !== 'former'),
    'GET /flags/:flagId/case',
    'POST /flags/:flagId/case',
  ),
  ...of('lift', sees('lift'), 'GET /lifts/:liftId'),
  ...of('lift', COVERED, 'POST /lifts/:liftId/not-back'),
  ...open('GET /lifts/:liftId/not-back'),
  // What runs over a case now is nothing to a body that let it go.
  ...of(
    'clock',
    sees('case').filter((kind) => kind !== 'officer_once'),
    'GET /clocks/:clockId',
    'GET /clocks/:clockId/ledger.json',
  ),
  ...of('case', sees('case'), 'GET /cases/:caseId'),
  ...of('evidence', sees('evidence'), 'GET /cases/:caseId/evidence/:evidenceId'),
  ...of('case', sees('case'), 'GET /cases/:caseId/calendar.ics', 'GET /cases/:caseId/export.json'),
  ...of('case', PEOPLE_OF_A_LINE, 'GET /cases/:caseId/escalate'),
  ...of('case', [], 'POST /cases/:caseId/record', 'POST /cases/:caseId/forget'),
  ...of('case', [...COVERED, ...OFFICERS], 'GET /cases/:caseId/file.zip'),
  ...open(...CASE_ACTS.map((act) => `GET /cases/:caseId/${act}`)),
  ...open('GET /cases/:caseId/record', 'GET /cases/:caseId/forget'),
  // Whoever has a word in a case may say it here too.
  ...of('case', [...COVERED, 'rep_narrow', ...AGENTS, ...HAS_IT], 'POST /cases/:caseId/say'),
  ...of(
    'case',
    COVERED,
    'POST /cases/:caseId/escalate',
    ...CASE_ACTS.filter((act) => act !== 'say').map((act) => `POST /cases/:caseId/${act}`),
  ),
  ...rules({ of: 'none', may: LOOKERS }, ['GET /desk/policies']),
  ...rules({ of: 'none', may: ['policy_owner'] }, ['POST /desk/policies']),
  // The scene names a table that nobody has; test/web/policies.test.ts walks those that are there.
  ...nowOf('GET /policies/:policyId/:version', 'GET /desk/policies/:policyId/:version'),
  ...nowOf('POST /desk/policies/:policyId/:version', 'POST /desk/policies/:policyId/:version/publish'),
  ...nowOf('GET /desk/policies/:policyId/:version/rules/:rule', 'POST /desk/policies/:policyId/:version/rules/:rule'),
  ...open('GET /desk/policies/:policyId/:version/publish'),
  // Nor has it a back-test; test/web/back-tests.test.ts walks those that are there.
  ...nowOf('GET /desk/policies/:policyId/:version/back-tests', 'POST /desk/policies/:policyId/:version/back-tests'),
  ...nowOf('GET /desk/back-tests/:backTestId', 'POST /desk/back-tests/:backTestId/cancel'),
  ...nowOf('GET /desk/back-tests/:backTestId/changes', 'GET /desk/back-tests/:backTestId/data/:file'),
  ...open('GET /desk/back-tests/:backTestId/cancel'),
  ...desk(
    'GET /desk/flags',
    'GET /desk/prechecks',
    'GET /desk/rules',
    'GET /desk/attention',
    'GET /desk/webhooks',
    'GET /desk/mandates',
    'GET /desk/duty',
    'GET /desk/duty/:file',
    'GET /desk/learning',
    'GET /desk/learning/data/:file',
    'GET /desk/classes',
  ),
  // The scene has neither such a rule nor a class; test/browser/story-j.test.ts walks those that are there.
  ...nowOf(
    'GET /desk/learning/rules/:policyId/:version/:ruleId',
    'POST /desk/learning/rules/:policyId/:version/:ruleId',
    'GET /desk/learning/rules/:policyId/:version/:ruleId/doubt/:form',
    'GET /desk/classes/:classId',
    ...CLASS_ACTS.map((act) => `POST /desk/classes/:classId/${act}`),
    'POST /authority/rule-reports/:reportId',
  ),
  ...open(...CLASS_ACTS.map((act) => `GET /desk/classes/:classId/${act}`), 'GET /authority/rule-reports/:reportId'),
  ...rules({ of: 'none', may: OFFICERS }, ['GET /authority/rule-reports']),
  ...rules({ of: 'none', may: [...DESK, 'admin'] }, ['GET /desk/imports', 'GET /desk/keys']),
  ...rules({ of: 'none', may: OFFICERS }, ['GET /authority/keys']),
  ...rules({ of: 'none', may: ['system', 'rival_system', 'policy_owner', 'admin'] }, [
    'GET /desk/imports/new',
    'POST /desk/imports/new',
  ]),
  // The scene has sent no file: nobody finds one.
  ...nowOf(
    'GET /desk/imports/:importId',
    'GET /desk/imports/:importId/verdicts/:format',
    'GET /desk/imports/sample/:format',
  ),
  ...nowOf(...['pause', 'resume', 'cancel'].map((act) => `POST /desk/imports/:importId/${act}`)),
  ...open(...['pause', 'resume', 'cancel'].map((act) => `GET /desk/imports/:importId/${act}`)),
  ...rules({ of: 'none', may: LOOKERS }, ['GET /desk', 'GET /desk/team', 'GET /desk/filters', 'POST /desk/filters']),
  ...rules({ of: 'none', may: DESK }, ['GET /desk/templates']),
  ...rules({ of: 'none', may: ['reviewer'] }, ['POST /desk/templates']),
  ...rules({ of: 'none', may: AGENTS }, ['GET /desk/bulk', 'POST /desk/bulk']),
  ...rules({ of: 'none', may: [...AGENTS, 'auditor'] }, ['GET /desk/search', 'POST /desk/search']),
  // The scene has ordered nothing for many; test/web/bulk.test.ts walks what is there.
  ...nowOf('GET /desk/bulk/:bulkId', 'POST /desk/bulk/:bulkId', 'GET /desk/bulk/:bulkId/cases.csv'),
  ...of('case', LOOKERS, 'GET /desk/cases/:caseId'),
  ...of(
    'case',
    AGENTS,
    ...['start-review', 'order-lift', 'ask-material', 'say', 'answer-authority', 'holder-proof', 'answer-precheck'].map(
      (act) => `POST /desk/cases/:caseId/${act}`,
    ),
  ),
  ...of('case', ['reviewer'], 'POST /desk/cases/:caseId/decide', 'POST /desk/cases/:caseId/fill-template'),
  ...of('evidence', DESK, 'GET /desk/cases/:caseId/evidence/:evidenceId'),
  ...of('flag', DESK, 'GET /desk/flags/:flagId'),
  ...of('lift', AGENTS, 'POST /desk/lifts/:liftId'),
  ...of('attention', AGENTS, 'POST /desk/attention/:attentionId'),
  ...nowOf('POST /desk/webhooks/:messageId'),
  ...of('number', DESK, 'GET /desk/numbers/:numberId/timeline'),
  ...of('paper', AGENTS, 'GET /desk/mandates/:paperId/file'),
  ...open('GET /desk/mandates/:paperId'),
  ...of('paper', AGENTS, 'POST /desk/mandates/:paperId'),
  ...rules({ of: 'none', may: AGENTS }, ['POST /desk/team/next', 'POST /desk/team/away']),
  ...rules({ of: 'none', may: OFFICERS }, [
    'GET /authority/team',
    'POST /authority/team/next',
    'POST /authority/team/away',
  ]),
  ...open(...['desk', 'authority'].flatMap((room) => ['next', 'away'].map((one) => `GET /${room}/team/${one}`))),
  ...open(...['desk', 'authority'].flatMap((room) => ASSIGNING.map((act) => `GET /${room}/cases/:caseId/${act}`))),
  ...of('case', AGENTS, ...ASSIGNING.map((act) => `POST /desk/cases/:caseId/${act}`)),
  ...of('case', HAS_IT, ...ASSIGNING.map((act) => `POST /authority/cases/:caseId/${act}`)),
  ...rules({ of: 'none', may: OFFICERS }, [
    'GET /authority',
    'GET /authority/dealings',
    'GET /authority/duty',
    'GET /authority/duty/:file',
  ]),
  ...of('case', OFFICERS, 'GET /authority/cases/:caseId'),
  ...of('evidence', OFFICERS, 'GET /authority/cases/:caseId/evidence/:evidenceId'),
  ...open(...AUTHORITY_ACTS.map((act) => `GET /authority/cases/:caseId/${act}`)),
  ...of('case', HAS_IT, ...AUTHORITY_ACTS.map((act) => `POST /authority/cases/:caseId/${act}`)),
};
