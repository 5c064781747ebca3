import type { ClockBadgeProps } from '../pieces/clock-badge.tsx';
import type { EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import type { FlagCardProps } from '../pieces/flag-card.tsx';
import type { LawLinkProps } from '../pieces/law-link.tsx';
import type { Material } from '../pieces/material-list.tsx';
import type { ReasonsSheetProps } from '../pieces/reasons-sheet.tsx';
import type { TimelineEntry } from '../pieces/timeline.tsx';

export const NOW = '2026-11-23T04:12:01.123Z';

/** Facts on law TR-34e and TR-39, as read in a public copy of the text. */
export const RESTORE: LawLinkProps = {
  article: '《电信条例》第三十四条第四款',
  plain: '欠费和违约金都交清以后，运营商要在 48 小时内恢复服务。',
  source: { label: '公开法规文本' },
  checkedOn: '2026-11-23',
  confidence: 'confirmed',
};
export const COMPLAIN: LawLinkProps = {
  article: '《电信条例》第三十九条',
  plain: '你可以要求运营商解决。运营商拒绝，或者你不满意，可以向电信管理机构申诉。',
  source: { label: '公开法规文本' },
  checkedOn: '2026-11-23',
  confidence: 'recalled_unsure',
};

const carrier = { name: '海棠移动' };
export const CLOCKS: readonly ClockBadgeProps[] = [
  {
    state: 'running',
    title: '运营商答复你的申诉',
    start: '2026-11-16T16:00:00.000Z',
    due: '2026-12-01T15:59:59.999Z',
    party: carrier,
    rule: COMPLAIN,
    ifMissed: '到期没有答复，就可以马上申诉到主管部门，材料我们已经替你备好。',
  },
  {
    state: 'short',
    title: '补交租房合同',
    start: '2026-11-20T04:00:00.000Z',
    due: '2026-11-24T09:30:00.000Z',
    party: 'you',
    ifMissed: '逾期以后，会按已有的材料作出决定。',
  },
  {
    state: 'late',
    title: '恢复语音呼出',
    start: '2026-11-19T02:00:00.000Z',
    due: '2026-11-21T02:00:00.000Z',
    party: carrier,
    rule: RESTORE,
  },
  {
    state: 'met',
    title: '受理申诉',
    start: '2026-11-16T02:00:00.000Z',
    due: '2026-11-18T02:00:00.000Z',
    endedAt: '2026-11-17T03:20:00.000Z',
    party: carrier,
  },
  {
    state: 'ended',
    title: '运营商答复申诉',
    start: '2026-11-16T02:00:00.000Z',
    due: '2026-12-01T16:00:00.000Z',
    endedAt: '2026-11-18T03:20:00.000Z',
    party: carrier,
  },
  {
    state: 'provisional',
    title: '主管部门决定是否受理',
    start: '2026-11-23T02:00:00.000Z',
    due: '2027-01-08T15:59:59.999Z',
    party: { name: '主管部门' },
  },
  {
    state: 'paused',
    title: '运营商答复你的申诉',
    start: '2026-11-16T16:00:00.000Z',
    due: '2026-12-01T15:59:59.999Z',
    party: carrier,
    pausedBecause: '等你补交材料，这段时间不算。',
  },
];

export const FLAGS: readonly FlagCardProps[] = [
  {
    status: 'active',
    title: '打电话和发短信停了',
    off: ['打电话', '发短信'],
    why: '系统发现这个号码 3 小时里拨出 86 个短电话，怀疑有异常。还没有人工核实。',
    lifts: '本人完成身份核验，并说明这些电话的用途。',
    imposedBy: '海棠移动 · 风险模型',
    since: '2026-11-21T08:10:00.000Z',
    origin: 'placed',
    href: '#flag-1',
  },
  {
    status: 'lifting',
    title: '欠费停机，正在恢复',
    off: ['打电话'],
    why: '10 月账单 58.60 元没有交。',
    lifts: '欠费已交清，等系统确认。',
    imposedBy: '海棠移动 · 计费',
    since: '2026-11-20T01:00:00.000Z',
    origin: 'placed',
    href: '#flag-2',
  },
  {
    status: 'active',
    title: '别人手机上显示“骚扰电话”',
    off: ['对方可能不接'],
    imposedBy: '第三方标记平台',
    origin: 'reported',
    href: '#flag-3',
  },
];

export const ENTRIES: readonly TimelineEntry[] = [
  {
    id: '7',
    at: '2026-11-23T03:40:00.000Z',
    who: '海棠移动 · 工号 0217',
    what: '要求补交一份材料：租房合同',
    icon: 'upload',
    detail: '需要证明号码的实际使用地。图片清楚、四角完整即可，合同金额可以遮住。',
  },
  {
    id: '6',
    at: '2026-11-22T15:59:59.999Z',
    who: '系统',
    what: '受理期限已过，没有收到答复',
    icon: 'alert',
    tone: 'late',
  },
  { id: '5', at: '2026-11-21T11:02:00.000Z', who: '陈*（本人）', what: '提交申诉', icon: 'send' },
  { id: '4', at: '2026-11-21T08:10:00.000Z', who: '海棠移动 · 风险模型', what: '标记号码，停用打电话、发短信' },
  {
    id: '3',
    at: '2026-11-18T06:30:00.000Z',
    who: '海棠移动 · 交换系统',
    what: '确认接电话已恢复',
    icon: 'check',
    tone: 'done',
  },
];

export const MATERIALS: readonly Material[] = [
  { name: '身份证正反面', status: 'have', why: '确认申诉的是机主本人。' },
  { name: '工作证明', status: 'checking', why: '说明为什么会打很多短电话。' },
  {
    name: '租房合同',
    status: 'missing',
    why: '确认号码的实际使用地。',
    note: '没有合同时，可以用居住证或水电费账单代替。',
    link: { label: '添加这份材料', href: '#add' },
  },
  {
    name: '手持卡托的照片',
    status: 'rejected',
    why: '确认手机卡在你手里。',
    note: '照片看不清卡号，请在亮处重拍。',
    link: { label: '重新上传', href: '#again' },
  },
  { name: '通话详单', status: 'optional', why: '能帮审核人员更快看清情况，可以免费索取。' },
];

export const REASONS: ReasonsSheetProps = {
  ground: { kind: 'law', law: { ...COMPLAIN, article: '《反电信网络诈骗法》相关条款' } },
  facts: [
    { text: '11 月 21 日 13:00 至 16:00 拨出 86 个电话，平均通话 11 秒。', source: '话单汇总', href: '#fact' },
    { text: '被叫号码中 79 个此前没有联系过。', source: '话单汇总' },
  ],
  rule: {
    policy: '异常呼叫处置规则',
    version: '2026.3',
    rule: '短时高频呼叫',
    values: [
      { name: '3 小时内呼出次数', value: '86（规则：多于 60）' },
      { name: '平均通话时长', value: '11 秒（规则：少于 15 秒）' },
    ],
  },
  detected: 'auto',
  decided: 'auto',
  responsible: '海棠移动 反诈中心',
  measures: [
    { name: '打电话', from: '2026-11-21T08:10:00.000Z', until: null },
    { name: '发短信', from: '2026-11-21T08:10:00.000Z', until: '2026-12-21T08:10:00.000Z' },
  ],
  lifts: ['机主本人完成身份核验', '说明这些电话的用途'],
  papers: ['身份证', '能说明工作内容的材料'],
  complain: [
    { name: '海棠移动客服', phone: '10086' },
    { name: '工信部电信用户申诉受理', href: '#miit' },
  ],
};

export const FILES: readonly EvidenceThumbProps[] = [
  {
    name: '停机短信截图.png',
    kind: 'image',
    href: '#f1',
    bytes: 482_113,
    hash: 'a31f09c27be4',
    at: '2026-11-21T11:01:00.000Z',
    by: '陈*',
  },
  {
    name: '快递员工作证明（盖章）2026年11月.pdf',
    kind: 'pdf',
    href: '#f2',
    bytes: 2_516_582,
    hash: '09c2a31f7be4',
    at: '2026-11-21T11:01:40.000Z',
    by: '陈*',
  },
];
