import type { Body } from '../support/client.ts';
import type { Scene, Things } from '../support/scene.ts';

/** Well-formed bodies about given things, so that only rights and state can refuse. */
export function bodyFor(route: string, things: Things, { reasons }: Scene, at: string, fresh: string): Body {
  const { number_id, mobile, flag_id, evidence_id } = things;
  const usage = { kind: 'verification_result', check: 'real_person', passed: false };
  const bodies: Readonly<Record<string, unknown>> = {
    '/facts': { number_id, source_id: `matrix-${fresh}`, at, fact: usage },
    '/lines': {
      mobile_number: fresh,
      kind: 'personal',
      province: 'CN-ZJ',
      holder_id: null,
      user_id: null,
      opened_at: at,
    },
    '/lines/close': { number_id, closed_at: at },
    '/reports': {
      mobile_number: fresh,
      carrier_id: 'china-mobile',
      province: 'CN',
      holder: true,
      opened_at: at,
      flags: [{ code: 'D1', functions: [], since: at, body: '' }],
      statement: '',
    },
    '/standing': { mobile_number: mobile },
    '/policies/:policy_id/versions/:version': { responsible_body: 'x', complain_to: ['carrier'], rules: [] },
    '/policies/:policy_id/versions/:version/publication': {},
    '/policies/:policy_id/versions/:version/trace': { fact: usage, tenure_days: 9 },
    '/policies/:policy_id/versions/:version/rules/:rule_id/tolerance': { tolerated: 0.2, why: 'x' },
    '/policies/:policy_id/versions/:version/rules/:rule_id/pause': { ground: 'x' },
    '/policies/:policy_id/versions/:version/rules/:rule_id/resumption': { ground: 'x' },
    '/policies/:policy_id/versions/:version/rules/:rule_id/classes': { why: 'x' },
    '/classes/:class_id/exclusions': { flag_ids: ['x'], why: 'x' },
    '/classes/:class_id/inclusions': { flag_ids: ['x'] },
    '/classes/:class_id/decision': { rule_relied: 'x', words: 'x', seen: 0 },
    '/classes/:class_id/dropping': { rule_relied: 'x', words: 'x' },
    '/bulk-acts/preview': { act: 'order_lift', case_ids: ['case_zz_9'] },
    '/bulk-acts': { act: 'order_lift', cases: [{ case_id: 'case_zz_9', version: 'x' }] },
    '/flags': { number_id, reasons },
    '/cases': { flag_ids: [flag_id], remedy: 'appeal', statement: '' },
    '/cases/:case_id/contacts': {
      way: 'call',
      counterpart: 'carrier',
      gist: 'complained',
      flag_ids: [],
      at,
      promised_for: null,
      materials: [],
      ticket: '',
      spoke_with: '',
      words: '',
    },
    '/cases/:case_id/statement': { statement: 'x' },
    '/cases/:case_id/messages': { words: 'x' },
    '/cases/:case_id/material-requests': { materials: ['a'], words: 'x' },
    '/cases/:case_id/material': { words: 'x' },
    '/cases/:case_id/holder-proof': { evidence_id: evidence_id ?? 'evidence_zz_9' },
    '/cases/:case_id/decision': { finding: 'misjudged', lift_flag_ids: [flag_id], rule_relied: 'x', words: 'x' },
    '/cases/:case_id/service-not-back': { words: 'x' },
    '/cases/:case_id/escalate': { authority_id: 'appeals-zj', accepted_elsewhere: false, words: '' },
    '/cases/:case_id/decline': { ground: 'papers_missing', words: 'x' },
    '/cases/:case_id/ask-carrier': { words: 'x' },
    '/cases/:case_id/answer-authority': { words: 'x' },
    '/cases/:case_id/settle': { lift_flag_ids: [], words: 'x' },
    '/cases/:case_id/end-unsettled': { words: 'x' },
    '/cases/:case_id/hand-over': { to: 'zhao-lei' },
    '/me/absences': { from: at, until: nextDay(at) },
    '/lifts/:lift_id/confirmations': { system: 'switch' },
    '/lifts/:lift_id/failures': { system: 'switch', code: 'x' },
    '/lifts/:lift_id/accepted-failure': { why: 'x' },
    '/lifts/:lift_id/not-back': { words: 'x' },
    '/attention/:attention_id/handling': { words: 'x' },
    '/numbers/:number_id/corrections': { subject: 'name', words: 'x' },
    '/corrections/:correction_id/answer': { outcome: 'refused', words: 'x' },
    '/numbers/:number_id/holds': { ground: 'dispute', case_ids: [], why: 'x' },
    '/holds/:hold_id/release': { why: 'x' },
    '/me/name': { name: '名' },
    '/me/consents': { kind: 'identity_paper', version: 1 },
    '/me/proof': { code: '000000' },
    '/me/signing-code': {},
    '/mandate-offers': { number_id, kind: 'relative', acts: ['say'], days: 1, code: '000000' },
    '/mandates': { code: 'AAAA-AAAA-AAAA-AAAA-AAAA', name: 'x' },
    '/webhooks': { url: 'https://carrier.example/hooks', kinds: ['*'] },
    '/sms/receipts': { delivery_id: 'delivery_zz_9_sms', status: 'delivered' },
  };
  return bodies[route];
}

function nextDay(at: string): string {
  return new Date(Date.parse(at) + 86_400_000).toISOString();
}
