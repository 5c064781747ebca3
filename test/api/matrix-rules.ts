import type { Kind } from '../support/scene.ts';
import { KINDS } from '../support/scene.ts';
import type { Thing } from '../support/sight.ts';
import { SIGHT } from '../support/sight.ts';

/** Whom an endpoint is for, once they may know of the thing. For anybody else of them it is refused. */
export type Rule = { readonly of: Thing; readonly may: readonly Kind[] };

const EVERYBODY = KINDS;
const SIGNED_IN = KINDS.filter((kind) => kind !== 'nobody');
const PERSONS = ['holder', 'user', 'former', 'rep', 'rep_narrow', 'rep_ended', 'stranger', 'rival_holder'] as const;
const SYSTEMS = ['system', 'rival_system'] as const;
const AGENTS = ['agent', 'reviewer', 'rival_agent'] as const;
/** Who has lists of a carrier's. */
const LISTS = ['agent', 'reviewer', 'auditor', 'policy_owner', 'system', 'rival_agent', 'rival_system'] as const;
/** People at a desk; a machine keeps nothing for its own work. */
const LOOKERS = ['agent', 'reviewer', 'auditor', 'policy_owner', 'rival_agent'] as const;
const OFFICERS = ['officer', 'officer_once', 'officer_other'] as const;
/** Who works on the cases of a carrier or of the body that has it, or looks on. */
const WORKING = [...AGENTS, 'officer', 'officer_other'] as const;
const HOUSES = [...AGENTS, 'auditor', 'policy_owner', ...OFFICERS] as const;
/** The line's own people, and who acts for them under a mandate that names the act. */
const COVERED = ['holder', 'user', 'rep', 'former', 'rival_holder'] as const;
const SAYING = [...COVERED, 'rep_narrow'] as const;

const lists = (may: readonly Kind[]): Rule => ({ of: 'none', may });
const reads = (of: Exclude<Thing, 'none'>): Rule => ({ of, may: [...new Set(Object.values(SIGHT[of]).flat())] });

/** One rule for each endpoint. A new endpoint without one fails the matrix. */
export const API_RULES: Readonly<Record<string, Rule>> = {
  'POST /facts': { of: 'number', may: SYSTEMS },
  'POST /imports': lists([...SYSTEMS, 'policy_owner', 'admin']),
  'GET /imports': lists([...LISTS, 'admin']),
  // The scene has sent no file: nobody finds one.
  'GET /imports/:import_id': lists([]),
  'GET /imports/:import_id/verdicts': lists([]),
  'POST /imports/:import_id/pause': lists([]),
  'POST /imports/:import_id/resume': lists([]),
  'POST /imports/:import_id/cancel': lists([]),
  'POST /lines/close': { of: 'number', may: SYSTEMS },
  'POST /lines': lists(SYSTEMS),
  'POST /reports': lists(PERSONS),
  'GET /numbers/:number_id/standing': reads('number'),
  'GET /numbers/:number_id/timeline': {
    of: 'number',
    may: reads('number').may.filter((kind) => !OFFICERS.some((one) => one === kind)),
  },
  'POST /standing': reads('number'),
  'GET /rules': lists(LISTS),
  'GET /policies': lists(LISTS),
  'POST /policies': lists(['policy_owner']),
  // The scene names a table that nobody has; test/api/policies.test.ts walks those that are there.
  'GET /policies/:policy_id/versions/:version': lists([]),
  'POST /policies/:policy_id/versions/:version': lists([]),
  'POST /policies/:policy_id/versions/:version/publication': lists([]),
  'POST /policies/:policy_id/versions/:version/trace': lists([]),
  // Nor has it a back-test; test/api/back-tests.test.ts walks those that are there.
  'POST /policies/:policy_id/versions/:version/back-tests': lists([]),
  'GET /policies/:policy_id/versions/:version/back-tests': lists([]),
  'GET /back-tests/:back_test_id': lists([]),
  'GET /back-tests/:back_test_id/changes': lists([]),
  'POST /back-tests/:back_test_id/cancel': lists([]),
  'GET /published-policies/:policy_id/versions/:version': lists([]),
  'GET /learning': lists(LISTS),
  // The scene has no class and a table that nobody has; test/api/story-j-class.test.ts walks those that are there.
  ...Object.fromEntries(
    [
      'GET /policies/:policy_id/versions/:version/rules/:rule_id/learning',
      ...['tolerance', 'pause', 'resumption', 'classes'].map(
        (act) => `POST /policies/:policy_id/versions/:version/rules/:rule_id/${act}`,
      ),
      'GET /classes/:class_id',
      'GET /classes/:class_id/flags',
      ...['exclusions', 'inclusions', 'decision', 'dropping'].map((act) => `POST /classes/:class_id/${act}`),
      'POST /authority/rule-reports/:report_id/read',
    ].map((route) => [route, lists([])]),
  ),
  'GET /classes': lists(LISTS),
  'POST /bulk-acts/preview': lists(AGENTS),
  // The body names a case that nobody has; test/api/bulk.test.ts walks those that are there.
  'POST /bulk-acts': lists([]),
  'POST /search': lists([...AGENTS, 'auditor']),
  'POST /numbers/:number_id/unmasking': { of: 'number', may: AGENTS },
  'GET /saved-filters': lists(LOOKERS),
  'POST /saved-filters': lists(LOOKERS),
  // The scene has none; test/api/saved-filters.test.ts walks those that are there.
  'POST /saved-filters/:filter_id': lists([]),
  'DELETE /saved-filters/:filter_id': lists([]),
  'GET /reason-templates': lists(LISTS),
  'POST /reason-templates': lists(['reviewer']),
  // The scene has none; test/web/templates.test.ts walks those that are there.
  'POST /reason-templates/:template_id/retirement': lists([]),
  'GET /bulk-acts': lists(LISTS),
  'GET /bulk-acts/:bulk_id': lists([]),
  'GET /bulk-acts/:bulk_id/cases.csv': lists([]),
  'POST /bulk-acts/:bulk_id/undo': lists([]),
  'GET /authority/rule-reports': lists(OFFICERS),
  'GET /flags/:flag_id': reads('flag'),
  'GET /flags': lists(LISTS),
  'POST /flags': { of: 'number', may: [...SYSTEMS, ...AGENTS] },
  // What is past is over.
  'POST /cases': { of: 'flag', may: COVERED.filter((kind) => kind !== 'former') },
  'GET /cases': lists(LISTS),
  'GET /cases/by-reference/:reference': reads('case'),
  'GET /cases/:case_id': reads('case'),
  'GET /cases/:case_id/file': { of: 'case', may: [...COVERED, ...OFFICERS] },
  'GET /cases/:case_id/authorities': reads('case'),
  'GET /cases/:case_id/evidence': reads('case'),
  'GET /cases/:case_id/evidence/:evidence_id': reads('evidence'),
  'POST /cases/:case_id/evidence': { of: 'case', may: COVERED },
  'POST /cases/:case_id/submit': { of: 'case', may: COVERED },
  'POST /cases/:case_id/statement': { of: 'case', may: COVERED },
  'POST /cases/:case_id/contacts': { of: 'case', may: COVERED },
  'POST /cases/:case_id/material': { of: 'case', may: COVERED },
  'POST /cases/:case_id/prechecks': { of: 'case', may: COVERED },
  'POST /cases/:case_id/precheck-answer': { of: 'case', may: AGENTS },
  'GET /cases/:case_id/prechecks': reads('case'),
  'GET /prechecks': lists(LISTS),
  'POST /cases/:case_id/withdrawal': { of: 'case', may: COVERED },
  'POST /cases/:case_id/service-back': { of: 'case', may: COVERED },
  'POST /cases/:case_id/service-not-back': { of: 'case', may: COVERED },
  'POST /cases/:case_id/escalate': { of: 'case', may: COVERED },
  'POST /cases/:case_id/messages': { of: 'case', may: [...SAYING, ...AGENTS, 'officer', 'officer_other'] },
  'POST /cases/:case_id/start-review': { of: 'case', may: AGENTS },
  'POST /cases/:case_id/material-requests': { of: 'case', may: AGENTS },
  'POST /cases/:case_id/lift-order': { of: 'case', may: AGENTS },
  'POST /cases/:case_id/answer-authority': { of: 'case', may: AGENTS },
  'POST /cases/:case_id/holder-proof': { of: 'case', may: AGENTS },
  'POST /cases/:case_id/decision': { of: 'case', may: ['reviewer'] },
  'POST /cases/:case_id/accept': { of: 'case', may: OFFICERS },
  'POST /cases/:case_id/decline': { of: 'case', may: OFFICERS },
  'POST /cases/:case_id/ask-carrier': { of: 'case', may: ['officer', 'officer_other'] },
  'POST /cases/:case_id/mediate': { of: 'case', may: ['officer', 'officer_other'] },
  'POST /cases/:case_id/settle': { of: 'case', may: ['officer', 'officer_other'] },
  'POST /cases/:case_id/end-unsettled': { of: 'case', may: ['officer', 'officer_other'] },
  'POST /cases/:case_id/claim': { of: 'case', may: WORKING },
  'POST /cases/:case_id/take-over': { of: 'case', may: WORKING },
  'POST /cases/:case_id/release': { of: 'case', may: WORKING },
  'POST /cases/:case_id/hand-over': { of: 'case', may: WORKING },
  'GET /team': lists(HOUSES),
  'POST /queue/next': lists([...AGENTS, ...OFFICERS]),
  'GET /me/absences': lists(HOUSES),
  'POST /me/absences': lists(HOUSES),
  // Nobody of the scene is away: nobody finds an absence to end.
  'DELETE /me/absences/:absence_id': lists([]),
  'GET /authority/cases': lists(OFFICERS),
  'GET /authority/dealings': lists(OFFICERS),
  'GET /duty': lists([...LISTS, ...OFFICERS]),
  'GET /clocks/due': lists(EVERYBODY),
  // What runs over a case now is nothing to a body that let it go.
  'GET /clocks/:clock_id': { ...reads('case'), may: reads('case').may.filter((kind) => kind !== 'officer_once') },
  'GET /lifts/:lift_id': reads('lift'),
  'GET /lifts': lists(LISTS),
  'POST /lifts/:lift_id/confirmations': { of: 'lift', may: SYSTEMS },
  'POST /lifts/:lift_id/failures': { of: 'lift', may: SYSTEMS },
  'POST /lifts/:lift_id/accepted-failure': { of: 'lift', may: AGENTS },
  'POST /lifts/:lift_id/not-back': { of: 'lift', may: COVERED },
  'GET /attention': lists(LISTS),
  'POST /attention/:attention_id/handling': { of: 'attention', may: AGENTS },
  'GET /me': lists(SIGNED_IN),
  'GET /me/data': lists(PERSONS),
  'GET /me/readings': lists(PERSONS),
  'POST /numbers/:number_id/corrections': { of: 'number', may: ['holder', 'user', 'former', 'rival_holder'] },
  'GET /numbers/:number_id/corrections': reads('number'),
  'GET /corrections/:correction_id': reads('correction'),
  'POST /corrections/:correction_id/answer': { of: 'correction', may: AGENTS },
  'POST /numbers/:number_id/holds': { of: 'number', may: ['admin'] },
  'GET /holds': lists(['admin', 'auditor']),
  'POST /holds/:hold_id/release': { of: 'hold', may: ['admin'] },
  // Nobody of the scene is an organisation or acts for one; test/api/organisation.test.ts has those who do.
  'GET /organisation/numbers': lists([]),
  'POST /organisation/cases': lists([]),
  'GET /organisation/members': lists([]),
  'POST /organisation/members': lists([]),
  'DELETE /organisation/members/:appointment_id': lists([]),
  'POST /me/name': lists(PERSONS),
  'GET /me/consents': lists(PERSONS),
  'POST /me/consents': lists(PERSONS),
  'DELETE /me/consents/:consent_kind': lists(PERSONS),
  'GET /me/inbox': lists(PERSONS),
  'GET /me/cases': lists(PERSONS),
  'GET /me/numbers': lists(PERSONS),
  'POST /me/inbox/:notice_id/read': reads('notice'),
  'GET /me/sessions': lists(SIGNED_IN),
  'DELETE /me/sessions/:session_id': reads('session'),
  'POST /me/key/rotate': lists(SIGNED_IN),
  'POST /me/proof': lists(SIGNED_IN),
  'POST /me/signing-code': lists(PERSONS),
  'POST /mandate-offers': { of: 'number', may: ['holder', 'user', 'rival_holder'] },
  'POST /mandates': lists(PERSONS),
  'GET /me/mandates': lists(PERSONS),
  'GET /mandates/:mandate_id': reads('mandate'),
  'DELETE /mandates/:mandate_id': reads('mandate'),
  'POST /webhooks': lists(SYSTEMS),
  'GET /webhooks': lists(LISTS),
  'GET /webhooks/messages': lists(LISTS),
  'DELETE /webhooks/:subscription_id': { of: 'webhook', may: SYSTEMS },
  // The scene has sent none: nobody finds one.
  'POST /webhooks/messages/:message_id/replay': lists([]),
  'POST /sms/receipts': lists(EVERYBODY),
  'GET /problems/:code': lists(EVERYBODY),
  'GET /problems': lists(EVERYBODY),
  'GET /health': lists(EVERYBODY),
};
