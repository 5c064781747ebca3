import { describe, expect, it } from 'vitest';
import { clockDue, clockExplain, clockRules } from '../../src/cli/clock.ts';
import type { Invocation } from '../../src/cli/commands.ts';

async function run(command: (invocation: Invocation) => Promise<number>, line: string) {
  const out: string[] = [];
  const never = () => {
    throw new Error('no database is needed');
  };
  const rest = line.split(' ').filter((word) => word !== '');
  const code = await command({
    rest,
    config: never,
    open: never,
    resetDemo: never,
    print: (text) => void out.push(text),
    archive: { unpack: never },
    ownKeys: never,
  });
  return { code, out, json: () => JSON.parse(out[0] ?? '') };
}

describe('clock due', () => {
  it.each([
    ['--from 2026-02-11 --length 5 --unit working_days', '2026-02-25'],
    ['--from 2026-02-13 --length 15 --unit calendar_days', '2026-02-28'],
    ['--from 2026-04-01 --length 30 --unit calendar_days', '2026-05-06'],
    ['--from 2026-04-01 --length 30 --unit calendar_days --no-roll', '2026-05-01'],
    ['--from 2026-09-30 --length 5 --unit months --binds person', '2027-02-28'],
    ['--from 2026-03-02 --length 10 --unit working_days --pause 2026-03-04/2026-03-06', '2026-03-18'],
    ['--from 2026-03-02T10:00 --length 48 --unit hours', '2026-03-04T10:00:00+08:00'],
    ['--from 2026-03-02T02:00Z --length 48 --unit hours', '2026-03-04T10:00:00+08:00'],
    ['--from 2026-02-13 --rule carrier.reply --province CN-HA', '2026-02-28'],
  ])('%s is due %s', async (line, due) => {
    const { code, json } = await run(clockDue, `${line} --json`);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ due });
    for (const step of json().ledger) expect(step.text).not.toMatch(/[{}]|undefined/);
  });

  it('says the same in words, in both languages', async () => {
    const line = '--from 2026-09-17 --length 15 --unit calendar_days';
    expect((await run(clockDue, line)).out.join('\n')).toContain('2026年10月2日 是休息日，顺延到 2026年10月8日');
    expect((await run(clockDue, `${line} --lang en`)).out[0]).toBe('8 Oct 2026');
  });

  it('marks a date provisional whose year has no notice', async () => {
    const { json } = await run(clockDue, '--from 2027-02-01 --length 5 --unit working_days --json');
    expect(json()).toMatchObject({ due: '2027-02-10', provisional: true });
  });

  it.each([
    ['--from 2026-02-30 --length 5 --unit hours', 'clock.bad_moment', '/from'],
    ['--from yesterday --length 5 --unit hours', 'clock.bad_moment', '/from'],
    ['--from 2026-02-11 --length 5 --unit weeks', 'clock.bad_unit', '/unit'],
    ['--from 2026-02-11 --length -5 --unit hours', null, null],
    ['--from 2026-02-11 --length 5.5 --unit hours', 'clock.bad_length', '/length'],
    ['--from 2026-02-11 --length 999999 --unit working_days', 'clock.bad_length', '/length'],
    ['--from 2026-02-11 --length 5 --unit hours --pause 2026-02-12', 'clock.bad_moment', '/pause'],
    ['--from 2026-02-11 --length 5 --unit hours --pause 2026-02-12/2026-02-12', 'clock.bad_pause', '/pause'],
    ['--from 2026-02-11 --rule carrier.reply --pause 2026-02-12/2026-02-14', 'clock.no_ground', undefined],
    ['--from 2026-02-11 --rule nobody.knows', 'clock.unknown_rule', '/rule'],
    ['--from 2026-02-11 --rule jp.appeal', 'clock.period_unknown', undefined],
    ['--from 2026-02-11 --rule carrier.reply --province CN-XX', 'clock.bad_province', '/province'],
    ['--from 2026-02-11 --rule carrier.reply --province Henan', 'clock.bad_province', '/province'],
  ])('%s is refused and says which part', async (line, code, pointer) => {
    const found = await run(clockDue, `${line} --json`);
    expect(found.code).toBe(2);
    if (code === null) return;
    expect(found.json().error).toMatchObject({ code, ...(pointer === undefined ? {} : { pointer }) });
    expect(found.json().error.detail).not.toBe(code);
  });
});

describe('clock explain', () => {
  it('prints the rule with its source, its provinces and the steps', async () => {
    const { out } = await run(clockExplain, 'carrier.reply --from 2026-02-13 --province CN-HA');
    expect(out.join('\n')).toContain('河南省电信条例 第38条');
    expect(out.join('\n')).toContain('过了较晚的 2026年2月28日 周六 24:00 才算超期');
  });

  it('says of a period that nobody could confirm that it is not computed', async () => {
    expect((await run(clockExplain, 'jp.appeal')).out[0]).toContain('期限未能核实');
  });
});

it('clock rules lists every period of the law list, each with source and confidence', async () => {
  const { out } = await run(clockRules, '');
  const list =
    'carrier.reply carrier.restoreAfterPay carrier.reopen miit.accept miit.forward miit.carrierFeedback miit.answer miit.mediate user.appealLimit.fee user.appealLimit.other user.realPerson credit.objection credit.complaint credit.keep admin.reconsider admin.sue admin.sueAfterReconsider civil.limitation arrears.suspend arrears.terminate jp.term.criminal jp.term.determined jp.term.cap jp.appeal label.answer ours.supplement ours.evidence';
  for (const ruleId of list.split(' ')) expect(out.find((line) => line.startsWith(`${ruleId} `))).toMatch(/\[.+\]$/);
});
