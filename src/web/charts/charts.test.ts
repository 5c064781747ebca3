import { describe, expect, it } from 'vitest';
import { drawDoubt } from './doubt.ts';
import { fitted, widthOf } from './draw.ts';
import { drawMonths } from './months.ts';
import { drawRanges } from './ranges.ts';
import { drawRates } from './rates.ts';
import { drawStackedBars } from './stacked-bars.ts';

const WORDS = { title: '按时 <b>', description: '青禾 & 蓝桥' };
const bar = (more: object) => ({ name: '青禾通信', note: '按时 90%', on_time: 90, late: 8, unanswered: 2, ...more });
const rate = (more: object) => ({
  name: 'short-calls',
  note: '5/6',
  share: 0.83,
  low: 0.44,
  high: 0.97,
  hollow: false,
  tolerated: 0.2,
  ...more,
});
const climb = (doubts: readonly number[]) => doubts.map((doubt, at) => ({ at: at + 1, log10: Math.log10(doubt) }));
const known = (days: number) => ({ days, atLeast: false });

const all = async () => [
  await drawStackedBars(WORDS, [bar({}), bar({ name: '</svg><script>alert(1)</script>', on_time: 0 })]),
  await drawRanges(
    WORDS,
    [
      { name: '青禾', note: '3 / 9', median: known(3), p90: known(9) },
      { name: '<i>', note: '≥30', median: known(3), p90: { days: 30, atLeast: true } },
    ],
    { days: 15, label: '法定 15 天' },
  ),
  await drawMonths(WORDS, [
    { label: '2026-09', share: 0.5, low: 0.2, high: 0.8, hollow: true },
    { label: '2026-10', share: null },
    { label: '2026-11', share: 0.9, low: 0.7, high: 1, hollow: false },
  ]),
  await drawRates(WORDS, [rate({}), rate({ name: '<i>', share: 0, low: 0, hollow: true, tolerated: null })]),
  await drawDoubt(WORDS, { points: climb([0.5, 4, 130]), alarm: { log10: 2, label: '100' } }),
];

describe('every chart', () => {
  it('carries no style, no script and no colour of its own, and says what it is', async () => {
    for (const { wide, narrow } of await all()) {
      for (const svg of [wide, narrow]) {
        expect(svg).not.toMatch(/style|<script|<b>|<i>|on[a-z]+=|href|NaN|undefined/);
        expect(svg.match(/role=/g), 'one picture, no parts').toHaveLength(1);
        const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, paint]) => paint ?? '');
        expect(paints.filter((paint) => paint !== 'none' && !/^var\(--[a-z-]+\)$/.test(paint))).toEqual([]);
        expect(svg).toContain('&lt;b&gt;</title>');
        expect(svg).toContain('青禾 &amp; 蓝桥</desc>');
        const [, id] = /aria-labelledby="([^"]+)"/.exec(svg) ?? [];
        expect(svg).toContain(`<title id="${id}">`);
      }
      expect(wide).toContain('width="600"');
      expect(narrow).toContain('width="340"');
    }
  });

  it('is drawn the same way again', async () => {
    expect(await all()).toEqual(await all());
  });

  it('has names of its own, so that two on one page do not answer for each other', async () => {
    const ids = (await all()).flatMap(({ wide, narrow }) =>
      [wide, narrow].map((svg) => /id="([^"]+)-t"/.exec(svg)?.[1]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(10);
  });
});

describe('stacked bars', () => {
  it('part the whole length by the counts and write each where it fits', async () => {
    const { wide } = await drawStackedBars(WORDS, [bar({})]);
    const lengths = [
      ...wide.matchAll(/<path d="M[\d.]+,[\d.]+h([\d.]+)v20[^"]*" fill="var\(--(?:teal|chart-late|red)\)"/g),
    ].map(([, length]) => Number(length));
    expect(lengths.map((length) => Math.round((length / lengths.reduce((sum, one) => sum + one)) * 100))).toEqual([
      90, 8, 2,
    ]);
    expect(wide).toContain('>90</text>');
    expect(wide).toContain('>8</text>');
    expect(wide).not.toContain('>2</text>');
  });
});

describe('a name', () => {
  it('is cut where it does not fit', () => {
    expect(fitted('青禾通信', 100)).toBe('青禾通信');
    const cut = fitted('青禾通信（演示）股份有限公司', 100);
    expect(cut).toMatch(/^青禾.*…$/);
    expect(widthOf(cut)).toBeLessThanOrEqual(100);
  });
});

describe('rates', () => {
  it('stand where they are, between the bounds of their interval, and hollow where they are of few', async () => {
    const { wide } = await drawRates(WORDS, [rate({ share: 0.5, low: 0.25, high: 1 })]);
    // 600 less the room at both sides is 564.
    expect(wide).toMatch(/translate\(282,27\)/);
    expect(wide).toMatch(/translate\(141,27\)" x2="423"/);
    const { wide: hollow } = await drawRates(WORDS, [rate({ hollow: true })]);
    expect(hollow).toMatch(/<path[^>]*d="M[^"]*A[^"]*"[^>]*fill="var\(--card\)"/);
  });
});

describe('the way of a doubt', () => {
  it('begins at one, ends where it stands, and passes the line where a rule is paused', async () => {
    const { wide } = await drawDoubt(WORDS, { points: climb([0.5, 4, 130]), alarm: { log10: 2, label: '100' } });
    expect(wide).toContain('stroke="var(--red)"');
    for (const label of ['0.1', '1', '10', '100', '1,000']) expect(wide).toContain(`>${label}</text>`);
  });

  it('does not go below where nobody looks, however sound a rule is', async () => {
    const points = Array.from({ length: 300 }, (_, at) => ({ at: at + 1, log10: -at }));
    const { wide } = await drawDoubt(WORDS, { points, alarm: { log10: 2, label: '100' } });
    expect(wide).toContain('>0.0001</text>');
    expect(wide).not.toContain('0.00001');
  });
});
