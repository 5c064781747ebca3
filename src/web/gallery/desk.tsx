import { DeskLayout } from '../layout/desk-layout.tsx';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ClockBadge, ClockLine } from '../pieces/clock-badge.tsx';
import { EvidenceThumb } from '../pieces/evidence-thumb.tsx';
import { ChoiceField, TextArea } from '../pieces/field.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { FlagCard } from '../pieces/flag-card.tsx';
import { Form } from '../pieces/form.tsx';
import { MeasureGrid } from '../pieces/measure-grid.tsx';
import { PersonLine } from '../pieces/person-line.tsx';
import { type CaseStatus, StatusPill } from '../pieces/status-pill.tsx';
import { Pager, Table } from '../pieces/table.tsx';
import { Timeline } from '../pieces/timeline.tsx';
import { CLOCKS, ENTRIES, FILES, FLAGS } from './samples.ts';

const STATUSES: readonly CaseStatus[] = ['overdue', 'in_review', 'needs_material', 'submitted', 'reopened'];
const DUES = [
  '2026-11-21T02:00:00.000Z',
  '2026-11-23T08:00:00.000Z',
  '2026-11-24T09:30:00.000Z',
  '2026-11-27T15:59:59.999Z',
  '2026-12-08T15:59:59.999Z',
];
const STATES = ['late', 'short', 'short', 'running', 'running'] as const;

export type DeskGalleryProps = { rows?: number };

/** The queue of a carrier's desk, and a case in three columns. */
export function DeskGallery({ rows = 12 }: DeskGalleryProps) {
  const list = Array.from({ length: rows }, (_, at) => at);
  return (
    <DeskLayout
      title="待处理申诉"
      house="海棠移动 工作台"
      keysHref="#keys"
      homeHref="#desk"
      searchHref="#search"
      paths={{ signIn: '/sign-in', signOut: '/sign-out', mySignIn: '/my-sign-in' }}
      tabs={[
        { label: '申诉', href: '#q', current: true, count: 128 },
        { label: '标记', href: '#f' },
        { label: '规则', href: '#p' },
        { label: '未送达', href: '#d', count: 3 },
      ]}
      aside={<span class="soft num">128 件，2 件已超期</span>}
    >
      <FilterBar
        filters={[
          {
            name: 'status',
            label: '状态',
            kind: 'select',
            any: '全部',
            options: [
              { value: 'overdue', label: '逾期未答复' },
              { value: 'in_review', label: '审核中' },
            ],
          },
          {
            name: 'cause',
            label: '成因',
            kind: 'select',
            any: '全部',
            options: [{ value: 'suspicion', label: '风控疑似' }],
          },
          { name: 'from', label: '提交日期起', kind: 'date' },
        ]}
      />
      <Form action="#bulk" class="stack">
        <Table
          caption="待处理申诉"
          sort="due"
          selectName="case"
          columns={[
            { key: 'ref', label: '案号', main: true },
            { key: 'due', label: '剩余时间', sortable: true },
            { key: 'status', label: '状态' },
            { key: 'number', label: '号码' },
            { key: 'cause', label: '成因' },
            { key: 'off', label: '停了什么' },
            { key: 'age', label: '已过天数', sortable: true, numeric: true },
          ]}
          rows={list.map((at) => {
            const kind = at < 5 ? at : 3 + (at % 2);
            return {
              id: `QB-7K3M-${1200 + at}`,
              href: `#case-${at}`,
              late: kind === 0,
              cells: {
                ref: `QB-7K3M-${1200 + at}`,
                due: <ClockLine state={STATES[kind] ?? 'running'} due={DUES[kind] ?? ''} />,
                status: <StatusPill kind="case" status={STATUSES[kind] ?? 'submitted'} />,
                number: <span class="num">138 **** {8000 + at * 7}</span>,
                cause: at % 3 === 0 ? '风控疑似' : at % 3 === 1 ? '欠费' : '实名不合规',
                off: at % 2 === 0 ? '打电话、发短信' : '打电话',
                age: 14 - at,
              },
            };
          })}
        />
        <div class="btn-row">
          <Button>分派所选</Button>
        </div>
      </Form>
      <Pager next="abc" begun summary="第 1–12 件，共 128 件" />
      <div class="desk-columns">
        <div class="stack">
          <Card title="当事人">
            <PersonLine label="机主" name="陈*" number="138****8000" masked revealHref="#reveal" />
            <MeasureGrid
              compact
              states={{
                voice_out: 'off',
                voice_in: 'on',
                sms_out: 'off',
                sms_in: 'on',
                data: 'on',
                new_business: 'unknown',
              }}
            />
          </Card>
          {FLAGS.slice(0, 1).map((flag) => (
            <FlagCard key={flag.title} {...flag} />
          ))}
        </div>
        <div class="stack">
          <Card title="证据">
            <div class="stack">
              {FILES.map((file) => (
                <EvidenceThumb key={file.hash} {...file} />
              ))}
            </div>
          </Card>
          <Card title="经过">
            <Timeline entries={ENTRIES} label="经过" />
          </Card>
        </div>
        <div class="stack">
          {CLOCKS.slice(1, 2).map((clock) => (
            <ClockBadge key={clock.state} {...clock} />
          ))}
          <Card title="作出决定">
            <Form action="#decide">
              <ChoiceField
                id="outcome"
                label="结论"
                options={[
                  { value: 'granted', label: '同意解除' },
                  { value: 'partly', label: '部分同意' },
                  { value: 'refused', label: '不同意' },
                ]}
              />
              <TextArea id="why" label="理由" hint="会原样告知当事人。" rows={4} />
              <Button look="primary">保存并预览告知书</Button>
            </Form>
          </Card>
        </div>
      </div>
    </DeskLayout>
  );
}
