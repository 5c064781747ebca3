import { PublicLayout } from '../layout/public-layout.tsx';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ClockBadge } from '../pieces/clock-badge.tsx';
import { Empty } from '../pieces/empty.tsx';
import { EvidenceThumb } from '../pieces/evidence-thumb.tsx';
import { FlagCard } from '../pieces/flag-card.tsx';
import { LawLink } from '../pieces/law-link.tsx';
import { MaterialList } from '../pieces/material-list.tsx';
import { MeasureGrid } from '../pieces/measure-grid.tsx';
import { NextStep } from '../pieces/next-step.tsx';
import { Notice } from '../pieces/notice.tsx';
import { PersonLine } from '../pieces/person-line.tsx';
import { Phone } from '../pieces/phone.tsx';
import { ReasonsSheet } from '../pieces/reasons-sheet.tsx';
import { StatusPill } from '../pieces/status-pill.tsx';
import { Timeline } from '../pieces/timeline.tsx';
import { CLOCKS, ENTRIES, FILES, FLAGS, MATERIALS, REASONS, RESTORE } from './samples.ts';

const CASES = [
  'draft',
  'submitted',
  'in_review',
  'needs_material',
  'granted',
  'partly',
  'refused',
  'overdue',
  'lifting',
  'restored',
  'closed',
  'reopened',
  'withdrawn',
  'escalated',
  'accepted',
  'mediating',
  'settled',
  'unsettled',
] as const;

/** Every piece of the counter, as it is seen on a case page. */
export function CounterGallery() {
  const tabs = [
    { label: '我的号码', href: '#numbers', current: true },
    { label: '申诉', href: '#cases', count: 2 },
    { label: '消息', href: '#inbox', count: 1 },
  ];
  return (
    <PublicLayout title="138 **** 8000 停了什么，怎么恢复" back={{ href: '#', label: '我的号码' }} tabs={tabs}>
      <h1>138 **** 8000 停了什么，怎么恢复</h1>
      <p class="soft">这个号码有 2 个标记，其中 1 个正在解除。</p>
      <NextStep
        title="补交一份租房合同"
        body="审核人员要确认号码的实际使用地。拍照就可以，11月24日 17:30 之前交。"
        action={{ label: '拍照上传', href: '#upload' }}
        others={[
          { label: '我没有合同', href: '#none' },
          { label: '撤回申诉', href: '#back' },
        ]}
      />
      <NextStep
        title="等海棠移动在 12月1日 前答复"
        body="有变化我们会马上告诉你。到期没有答复，你可以一键申诉到主管部门。"
        others={[{ label: '查看进度', href: '#timeline' }]}
      />
      <h2>现在能做什么</h2>
      <MeasureGrid
        states={{
          voice_out: 'off',
          voice_in: 'on',
          sms_out: 'off',
          sms_in: 'on',
          data: 'partly',
          new_business: 'unknown',
        }}
        until={{ sms_out: '2026-12-21T08:10:00.000Z' }}
      />
      <div class="stack" id="clocks">
        {CLOCKS.map((clock) => (
          <ClockBadge key={clock.state} {...clock} />
        ))}
      </div>
      {FLAGS.map((flag) => (
        <FlagCard key={flag.title} {...flag} />
      ))}
      <Card title="材料">
        <MaterialList items={MATERIALS} />
      </Card>
      <Card title="经过">
        <Timeline entries={ENTRIES} label="经过" />
      </Card>
      <ReasonsSheet {...REASONS} missing={['具体由谁负责', '到哪里申诉']} />
      <div class="stack">
        {FILES.map((file) => (
          <EvidenceThumb key={file.hash} {...file} />
        ))}
      </div>
      <LawLink {...RESTORE} />
      <div class="btn-row">
        {CASES.map((status) => (
          <StatusPill key={status} kind="case" status={status} />
        ))}
        {(['active', 'lifting', 'lifted', 'detached'] as const).map((status) => (
          <StatusPill key={status} kind="flag" status={status} />
        ))}
        {(['ordered', 'sent', 'confirmed', 'failed', 'silent'] as const).map((status) => (
          <StatusPill key={status} kind="lift" status={status} />
        ))}
      </div>
      <Notice tone="info">答复期限从运营商收到申诉的第二天开始算。</Notice>
      <Notice tone="done" title="材料已收到">
        审核人员会在 2 个工作日内看。
      </Notice>
      <Notice tone="danger" title="这很可能是诈骗短信">
        不要点短信里的链接，不要回拨里面的号码。拨打你已经知道的客服号码核实。
      </Notice>
      <Card title="人和电话">
        <PersonLine label="机主" name="陈*" number="138****8000" masked revealHref="#reveal" />
        <p>
          <Phone number="10086" label="中国移动客服" />
        </p>
      </Card>
      <div class="btn-row">
        <LinkButton href="#a" look="secondary" icon="paper" download>
          下载申诉书
        </LinkButton>
        <LinkButton href="#b" look="quiet">
          以后再说
        </LinkButton>
        <Button look="danger">撤回申诉</Button>
      </div>
      <Empty
        title="这个号码没有标记"
        body="打不通电话，也可能是手机设置或信号的原因。"
        action={{ label: '查一查别的原因', href: '#check' }}
      />
    </PublicLayout>
  );
}
