import { describe, expect, test } from 'vitest';
import { withoutFurniture } from './furniture.ts';
import { joinLines } from './join-lines.ts';
import type { ReadLine } from './ocr-port.ts';

/** A line of letters 20 high on a screen of 390 × 844; `columns` letters wide. */
function line(text: string, x: number, y: number, columns = text.length): ReadLine {
  return { text, confidence: 0.99, box: { x, y, width: columns * 16, height: 20 } };
}

const screen = (...lines: ReadLine[]) => ({ width: 390, height: 844, lines });

describe('joinLines', () => {
  test('what a bubble wrapped is one line again; the next bubble is another', () => {
    const lines = [line('你的号码已停机，请到营业', 20, 100, 17), line('厅核验。', 20, 124), line('退订回T', 20, 190)];
    expect(joinLines(lines)).toBe('你的号码已停机，请到营业厅核验。\n退订回T');
  });

  test('a short line ends a paragraph even where the next one is near', () => {
    expect(joinLines([line('你好', 20, 100), line('这里是营业厅的通知请你看一看', 20, 124)])).toBe(
      '你好\n这里是营业厅的通知请你看一看',
    );
  });

  test('bubbles of two people are not joined', () => {
    expect(joinLines([line('电话打不通啊', 20, 100), line('我的卡被封了', 270, 124)])).toBe(
      '电话打不通啊\n我的卡被封了',
    );
  });

  test('letters of another size begin something new', () => {
    const title = { ...line('信息', 20, 80), box: { x: 20, y: 60, width: 360, height: 44 } };
    expect(joinLines([title, line('你的号码已停机', 20, 108)])).toBe('信息\n你的号码已停机');
  });

  test.each([
    ['Chinese', '请到营业', '厅核验', '请到营业厅核验'],
    ['English words', 'suspended on', 'Monday', 'suspended on Monday'],
    ['a number before a word', 'on 20', 'Nov', 'on 20 Nov'],
    ['a number', '请拨打100', '99咨询', '请拨打10099咨询'],
    ['an address', '见https://a.example.cn/ren', 'zheng', '见https://a.example.cn/renzheng'],
    ['an address and Chinese', '见https://a.example.cn/x', '客服', '见https://a.example.cn/x 客服'],
  ])('a line break within %s', (_what, above, below, joined) => {
    expect(joinLines([line(above, 20, 100, 20), line(below, 20, 124, 20)])).toBe(joined);
  });

  test('pieces at one height stand on one line from left to right, whatever their order', () => {
    expect(joinLines([line('30元', 200, 102), line('余额', 20, 100)])).toBe('余额 30元');
  });

  test('spaces between Chinese characters go, those between words stay', () => {
    expect(joinLines([line('停机 保护 ， 请拨 10099 call  us', 20, 100)])).toBe('停机保护，请拨 10099 call us');
  });

  test('nothing gives nothing', () => {
    expect(joinLines([])).toBe('');
  });
});

describe('withoutFurniture', () => {
  const left = (...lines: ReadLine[]) => withoutFurniture(screen(...lines)).map(({ text }) => text);

  test.each([
    '9:41',
    '09:41 5G',
    '5G 87%',
    '中国移动 4G',
    'HD1 5G 100',
    'HD15G 100%',
    '9:41 87%',
    '12.5K/s',
    '上午9:41',
  ])('the status bar: %s', (text) => {
    expect(left(line(text, 20, 15))).toEqual([]);
  });

  test.each(['今天09:38', '昨天 18:20', '星期三 09:38', '上午 9:38', '09:38', '周三下午3:05'])(
    'when a message came: %s',
    (text) => {
      expect(left(line(text, 170, 300))).toEqual([]);
    },
  );

  test.each(['短信/彩信', 'iMessage信息', '按住说话', '发送'])('the line to type in: %s', (text) => {
    expect(left(line(text, 30, 790))).toEqual([]);
  });

  test('the arrow before the sender', () => {
    expect(left(line('（10099', 20, 70), line('←示例银行', 20, 70))).toEqual(['10099', '示例银行']);
  });

  test.each(['请于09:41前回复', '5G套餐', '【示例】你好', '余额87%', '11月22日 09:38', '10099', '2026年11月23日 9:41'])(
    'what a message may say stays, wherever it stands: %s',
    (text) => {
      for (const y of [15, 400, 790]) expect(left(line(text, 20, y))).toEqual([text]);
    },
  );

  test('a line made to keep a pattern busy is only a line', () => {
    const busy = `${'HD1'.repeat(300)}${'1.'.repeat(300)}x`;
    expect(left(line(busy, 20, 15))).toEqual([busy]);
  });

  test('a percentage or a word of the phone within the messages stays', () => {
    expect(left(line('87%', 20, 400), line('短信', 20, 400))).toEqual(['87%', '短信']);
  });
});
