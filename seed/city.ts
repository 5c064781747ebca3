import type { TemplateInput } from '../src/app/bulk/reason-templates.ts';
import type { Role } from '../src/domain/journal/actor.ts';
import type { CarrierBook } from '../src/domain/journal/draft.ts';
import type { Policy } from '../src/domain/policies/policy.ts';

/** Everybody and everything in the demo city is invented; the numbers lie in a range that was never handed out. */
export const CARRIER = {
  carrierId: 'qinghe',
  nameZh: '青禾通信（演示）',
  nameEn: 'Qinghe Telecom (demo)',
  province: 'CN-ZJ',
  systems: {
    voice_out: 'switch',
    voice_in: 'switch',
    sms_out: 'sms_gateway',
    sms_in: 'sms_gateway',
    data: 'data_gateway',
    new_business: 'crm',
  } satisfies CarrierBook['systems'],
};

export const RIVAL = { ...CARRIER, carrierId: 'lanqiao', nameZh: '蓝桥移动（演示）', nameEn: 'Lanqiao Mobile (demo)' };

/** Bodies of the demo city that take on complaints. */
export const REGULATOR = {
  authorityId: 'appeals-zj',
  kind: 'telecom_regulator',
  province: 'CN-ZJ',
  nameZh: '浙江电信用户申诉受理中心（演示）',
  nameEn: 'Zhejiang telecom user appeal centre (demo)',
} as const;
export const CONSUMER_BODY = {
  authorityId: 'consumers-zj',
  kind: 'consumer_association',
  province: 'CN-ZJ',
  nameZh: '浙江消费者组织（演示）',
  nameEn: 'Zhejiang consumer association (demo)',
} as const;

/** The rule table that the demo carrier publishes. */
export const POLICY: Policy = {
  policyId: 'qinghe-service',
  carrierId: CARRIER.carrierId,
  version: 1,
  responsibleBody: '青禾通信客户服务部',
  complainTo: ['carrier', 'authority_12300'],
  rules: [
    {
      ruleId: 'arrears-30',
      code: 'A1',
      on: 'bill_overdue',
      by: 'rule',
      when: [
        { field: 'overdueDays', op: 'gt', value: 30 },
        { field: 'overdueFen', op: 'gt', value: 0 },
      ],
      ground: { kind: 'law', ruleId: 'TR-34b', article: '34(2)' },
      measures: [{ function: 'voice_out', days: null, spares: ['emergency', 'service_numbers'] }],
      lift: 'paid',
      remedies: ['repay'],
      papers: [],
    },
    {
      ruleId: 'short-calls',
      code: 'D1',
      on: 'usage_observed',
      by: 'rule',
      when: [
        { field: 'distinctCallees', op: 'gte', value: 100 },
        { field: 'shortCallShare', op: 'gte', value: 0.8 },
      ],
      ground: { kind: 'law', ruleId: 'AF-11', article: '11' },
      measures: [
        { function: 'voice_out', days: null, spares: ['emergency', 'service_numbers'] },
        { function: 'sms_out', days: null, spares: ['service_numbers'] },
      ],
      lift: 'verified',
      remedies: ['reverify', 'explain', 'undertake', 'appeal'],
      papers: ['id_card', 'work_proof', 'undertaking'],
    },
    {
      ruleId: 'odd-hours',
      code: 'D1',
      on: 'usage_observed',
      by: 'human',
      when: [{ field: 'distinctCallees', op: 'gte', value: 60 }],
      ground: { kind: 'law', ruleId: 'AF-11', article: '11' },
      measures: [{ function: 'voice_out', days: null, spares: ['emergency', 'service_numbers'] }],
      lift: 'verified',
      remedies: ['reverify', 'explain', 'undertake', 'appeal'],
      papers: ['id_card', 'explanation'],
    },
    {
      ruleId: 'complaints-3',
      code: 'C1',
      on: 'complaint_received',
      by: 'rule',
      when: [{ field: 'complaints', op: 'gte', value: 3 }],
      ground: { kind: 'contract', document: '青禾通信入网服务协议', clause: '6.2' },
      measures: [{ function: 'voice_out', days: 7, spares: ['emergency', 'service_numbers'] }],
      lift: 'expires',
      remedies: ['explain', 'undertake', 'appeal'],
      papers: ['id_card', 'explanation'],
    },
    {
      ruleId: 'contract-default',
      code: 'B1',
      on: 'contract_defaulted',
      by: 'rule',
      when: [{ field: 'overdueDays', op: 'gte', value: 30 }],
      ground: { kind: 'contract', document: '青禾通信信用购机协议', clause: '7.1' },
      measures: [{ function: 'new_business', days: null, spares: [] }],
      lift: 'settled',
      remedies: ['repair_credit', 'appeal'],
      papers: ['settlement_proof'],
    },
  ],
};

export type SeededActor = {
  readonly actorId: string;
  readonly role: Role;
  readonly carrierId: string | null;
  readonly authorityId?: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly doesZh: string;
  readonly doesEn: string;
  readonly email: string | null;
};

function person(actorId: string, nameZh: string, nameEn: string, doesZh: string, doesEn: string): SeededActor {
  return {
    actorId,
    role: 'subscriber',
    carrierId: null,
    nameZh,
    nameEn,
    doesZh,
    doesEn,
    email: `${actorId}@example.com`,
  };
}

function staff(
  actorId: string,
  role: Role,
  nameZh: string,
  nameEn: string,
  doesZh: string,
  doesEn: string,
): SeededActor {
  return { actorId, role, carrierId: CARRIER.carrierId, nameZh, nameEn, doesZh, doesEn, email: null };
}

function officer(
  actorId: string,
  authorityId: string,
  nameZh: string,
  nameEn: string,
  doesZh: string,
  doesEn: string,
): SeededActor {
  return { actorId, role: 'officer', carrierId: null, authorityId, nameZh, nameEn, doesZh, doesEn, email: null };
}

export const PEOPLE: readonly SeededActor[] = [
  person('wang-jianguo', '王建国', 'Wang Jianguo', '机主，一张账单逾期', 'holder with an overdue bill'),
  person('lin-xiaoyu', '林晓雨', 'Lin Xiaoyu', '快递员，被风控误伤', 'courier, stopped by a risk rule'),
  person('chen-guilan', '陈桂兰', 'Chen Guilan', '83 岁，申诉处理中', 'aged 83, case in review'),
  person('zhang-wei', '张伟', 'Zhang Wei', '补材料中', 'asked for more papers'),
  person('he-jing', '何静', 'He Jing', '申诉已逾期未答复', 'carrier is late with its answer'),
  person('ma-chao', '马超', 'Ma Chao', '已被驳回', 'refused'),
  person('xu-lan', '许岚', 'Xu Lan', '恢复中，一个系统没有回音', 'lifting, one system is silent'),
  person('sun-hao', '孙浩', 'Sun Hao', '已恢复，等本人确认', 'restored, waits for her word'),
  person('liang-qin', '梁琴', 'Liang Qin', '已交主管部门，等受理', 'handed to the regulator, waits'),
  person('dong-rui', '董睿', 'Dong Rui', '主管部门已受理，在问运营商', 'taken on, the carrier is asked'),
];

export const STAFF: readonly SeededActor[] = [
  staff('zhou-min', 'agent', '周敏', 'Zhou Min', '客服坐席', 'agent'),
  staff('qian-feng', 'reviewer', '钱峰', 'Qian Feng', '风控复核员，曾亲手标记号码', 'reviewer who also raised a flag'),
  staff('zhao-lei', 'reviewer', '赵磊', 'Zhao Lei', '申诉复核员', 'reviewer'),
  staff('sun-li', 'policy_owner', '孙莉', 'Sun Li', '规则管理员，起草规则表', 'policy owner, drafts the rules'),
  staff('he-ping', 'policy_owner', '何平', 'He Ping', '规则管理员，复核和发布', 'policy owner, publishes them'),
  staff('zheng-jie', 'auditor', '郑洁', 'Zheng Jie', '审计员，只读', 'auditor, read-only'),
  staff('tang-wen', 'admin', '唐雯', 'Tang Wen', '管理员，负责依法保全', 'administrator, legal holds'),
];

export const OFFICERS: readonly SeededActor[] = [
  officer(
    'fang-min',
    REGULATOR.authorityId,
    '方敏',
    'Fang Min',
    '申诉受理中心办案员',
    'case officer of the appeal centre',
  ),
  officer('gu-yan', REGULATOR.authorityId, '顾岩', 'Gu Yan', '申诉受理中心办案员', 'case officer of the appeal centre'),
  officer(
    'luo-xia',
    CONSUMER_BODY.authorityId,
    '罗霞',
    'Luo Xia',
    '消费者组织办案员',
    'officer of the consumer association',
  ),
];

/** The carrier's own systems, which speak over the API. */
export const SYSTEM: SeededActor = {
  actorId: 'qinghe-systems',
  role: 'system',
  carrierId: CARRIER.carrierId,
  nameZh: '青禾业务系统',
  nameEn: 'Qinghe systems',
  doesZh: '账务、风控、交换机',
  doesEn: 'billing, risk, switch',
  email: null,
};

/** One number a person, `+861540000000n`. */
export function numberOfPerson(index: number): string {
  return `+861540000${String(index + 1).padStart(4, '0')}`;
}

/** Reasons that the reviewers of the desk wrote before; what stands in braces comes from each record. */
export const TEMPLATES: readonly Omit<TemplateInput, 'edits'>[] = [
  {
    cause: 'suspicion',
    name: '误判：工作通话',
    words:
      '案件 {reference}：{flagged_on} 按规则 {rule}（第 {rule_version} 版）作出的标记，依据的是短时间内联系多个号码。经核对，这些是工作中的正常联系，标记没有充分依据，予以解除。',
  },
  {
    cause: 'arrears',
    name: '条件已满足：已缴清',
    words: '案件 {reference}：账单已经缴清，标记的解除条件已满足，予以解除。',
  },
  {
    cause: null,
    name: '标记有据',
    words:
      '案件 {reference}：{flagged_on} 的标记由{body}按规则 {rule} 作出。你提供的情况我们逐条看过，目前的材料不足以推翻该标记，予以维持。有新的材料可以再交。',
  },
];
