import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { ClockBadge, type ClockBadgeProps } from './clock-badge.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { ChoiceField, Field, TextArea } from './field.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FlagCard } from './flag-card.tsx';
import { Form } from './form.tsx';
import { LINE_FUNCTIONS, MeasureGrid } from './measure-grid.tsx';
import { Page, type PageContext } from './page.ts';
import { withQuery } from './query.ts';
import { StatusPill } from './status-pill.tsx';
import { Pager, Table } from './table.tsx';

const context: PageContext = {
  locale: 'zh-CN',
  now: '2026-11-23T04:12:01.123Z',
  path: '/desk/cases',
  query: { sort: 'due', cursor: 'abc', status: 'overdue' },
  largeType: false,
  csrf: 'token-1',
  assets: { css: '/a.css', script: '/a.js', icon: '/a.svg' },
};

function draw(piece: ComponentChildren, changes: Partial<PageContext> = {}): string {
  return renderToString(<Page.Provider value={{ ...context, ...changes }}>{piece}</Page.Provider>);
}

describe('a form', () => {
  test('carries the token when it posts, and not when it reads', () => {
    expect(draw(<Form action="/x">a</Form>)).toContain('name="csrf" value="token-1"');
    expect(
      draw(
        <Form action="/x" method="get">
          a
        </Form>,
      ),
    ).not.toContain('csrf');
  });

  test('gives back what was typed, escaped, with the error tied to its field', () => {
    const html = draw(<Field id="mobile" label="手机号" value={'"><b>'} error="少了一位" hint="11 位" />);
    expect(html).toContain('value="&quot;>&lt;b>"');
    expect(html).toContain('aria-describedby="mobile-hint mobile-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(draw(<TextArea id="story" label="经过" value={'一\n二</textarea>'} />)).toContain('一\n二&lt;/textarea>');
  });

  test('an error of a choice leads to its first option', () => {
    const html = draw(
      <ChoiceField
        id="can"
        label="能吗"
        options={[
          { value: 'yes', label: '能' },
          { value: 'no', label: '不能' },
        ]}
        value={['no']}
      />,
    );
    expect(html).toMatch(/id="can" name="can" type="radio" value="yes"/);
    expect(html).toMatch(/value="no" checked/);
    expect(draw(<ErrorSummary errors={[{ field: 'can', text: '请选一个' }]} />)).toContain('href="#can"');
    expect(draw(<ErrorSummary errors={[]} />)).toBe('');
  });
});

describe('a clock', () => {
  const clock: ClockBadgeProps = {
    state: 'running',
    title: '答复',
    start: '2026-11-20T04:12:01.123Z',
    due: '2026-11-26T04:12:01.123Z',
    party: { name: '海棠移动' },
  };

  test('says whose move it is, until when, and draws the share that is left', () => {
    const html = draw(<ClockBadge {...clock} />);
    expect(html).toContain('由海棠移动处理');
    expect(html).toContain('截止 11月26日 周四 12:12');
    expect(html).toContain('stroke-dasharray="50 100"');
  });

  test('has no countdown once it is met or paused', () => {
    expect(draw(<ClockBadge {...clock} state="met" endedAt={clock.start} />)).not.toContain('data-due');
    expect(draw(<ClockBadge {...clock} state="paused" pausedBecause="等材料" />)).not.toContain('还剩');
  });

  test('a provisional date says so', () => {
    expect(draw(<ClockBadge {...clock} state="provisional" />)).toContain('重新计算');
  });
});

test('a state is always a word beside a sign', () => {
  const pill = draw(<StatusPill kind="lift" status="silent" />);
  expect(pill).toContain('系统没有回应');
  expect(pill).toContain('<svg');
  const states = Object.fromEntries(LINE_FUNCTIONS.map((name) => [name, 'off'])) as Record<
    (typeof LINE_FUNCTIONS)[number],
    'off'
  >;
  expect(draw(<MeasureGrid states={states} />).match(/已停/g)).toHaveLength(6);
});

test('a flag whose reason nobody told says so and what to ask', () => {
  const html = draw(<FlagCard status="active" title="停了" off={['打电话']} imposedBy="不清楚" origin="reported" />);
  expect(html).toContain('可以要求说明');
  expect(html).toContain('还没有得到对方证实');
});

describe('a list', () => {
  const table = (
    <Table
      caption="申诉"
      sort="due"
      columns={[
        { key: 'ref', label: '案号', main: true },
        { key: 'due', label: '剩余', sortable: true },
      ]}
      rows={[{ id: '1', href: '/c/1', cells: { ref: 'QB-1', due: '3 天' } }]}
    />
  );

  test('sorts through the address, turns round, and starts at the first page again', () => {
    const html = draw(table);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="/desk/cases?sort=-due&amp;status=overdue"');
  });

  test('goes on by cursor and keeps its filters', () => {
    expect(draw(<Pager next="def" />)).toContain('sort=due&amp;cursor=def&amp;status=overdue');
    const bar = draw(
      <FilterBar
        filters={[
          {
            name: 'status',
            label: '状态',
            kind: 'select',
            any: '全部',
            options: [{ value: 'overdue', label: '逾期' }],
          },
        ]}
      />,
    );
    expect(bar).toContain('name="sort" value="due"');
    expect(bar).toMatch(/<option value="overdue" selected|<option selected value="overdue"/);
  });
});

test('a query leaves out what is empty or taken away', () => {
  expect(withQuery('/a', { x: '1', y: '' }, { x: null })).toBe('/a');
  expect(withQuery('/a', { x: '1' }, { lang: 'en' })).toBe('/a?x=1&lang=en');
});
