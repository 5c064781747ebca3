import { describe, expect, test } from 'vitest';
import { findBans } from '../../scripts/checks/bans.ts';
import { findCircles, importsOf, refuseImport, refusePackage } from '../../scripts/checks/rooms.ts';
import { firstDifference } from '../../scripts/checks/schema.ts';
import { codesIn, findDoubleWords } from '../../scripts/checks/words.ts';

describe('rooms', () => {
  test.each([
    ['src/domain/cases/case.ts', 'src/store/cases.ts', 'domain may not import store'],
    ['src/app/cases/decide.ts', 'src/api/cases/decide.ts', 'app may not import api'],
    ['src/api/cases/decide.ts', 'src/store/cases.ts', 'api may not import store'],
    ['src/web/pages/case.tsx', 'src/api/problem.ts', 'web may not import api'],
    ['src/domain/cases/case.ts', 'knowledge/rules.ts', 'domain may not import knowledge'],
    ['src/store/cases.ts', 'seed/city.ts', 'store may not import seed'],
    ['simulator/switch.ts', 'src/domain/time.ts', 'simulator may not import src'],
    ['src/main/serve.ts', 'test/support/database.ts', 'nothing but a test imports from tests'],
    ['src/attic/old.ts', 'src/domain/time.ts', 'the room attic has no direction in scripts/checks/rooms.ts'],
  ])('%s may not import %s', (file, target, why) => {
    expect(refuseImport(file, target)).toBe(why);
  });

  test.each([
    ['src/app/cases/decide.ts', 'src/store/cases.ts'],
    ['src/main/serve.ts', 'src/web/server.tsx'],
    ['src/main/cli.ts', 'seed/city.ts'],
    ['src/domain/cases/case.ts', 'src/domain/time.ts'],
    ['src/domain/cases/case.test.ts', 'knowledge/rules.ts'],
    ['test/store/append.test.ts', 'src/store/append.ts'],
  ])('%s may import %s', (file, target) => {
    expect(refuseImport(file, target)).toBeNull();
  });

  test('what is pure imports no package and nothing of Node', () => {
    expect(refusePackage('src/domain/cases/case.ts', 'node:fs')).toBe('domain is pure and may not import node:fs');
    expect(refusePackage('src/access/acts.ts', 'pg')).toBe('access is pure and may not import pg');
    expect(refusePackage('src/domain/cases/case.test.ts', 'vitest')).toBeNull();
    expect(refusePackage('src/store/cases.ts', 'pg')).toBeNull();
  });

  test('every way of importing is seen, with JSX and types', () => {
    const text = [
      `import type { A } from './a.ts';`,
      `import { b } from './b.ts';`,
      `export * from './c.ts';`,
      `export { d } from './d.ts';`,
      `const e = await import('./e.ts');`,
      `import './f.ts';`,
      `const page = <p class="x">{b as number}</p>;`,
    ].join('\n');
    const found = importsOf('x.tsx', text).map(({ from, line, erased }) => [from, line, erased]);
    expect(found.sort()).toEqual([
      ['./a.ts', 1, true],
      ['./b.ts', 2, false],
      ['./c.ts', 3, false],
      ['./d.ts', 4, false],
      ['./e.ts', 5, false],
      ['./f.ts', 6, false],
    ]);
  });

  test('a circle is told once, a diamond is none', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(findCircles(circle)).toEqual([{ file: 'a', text: 'imports itself by way of b → c → a' }]);
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(findCircles(diamond)).toEqual([]);
  });
});

describe('bans', () => {
  test.each([
    ['const now = new Date();', 'Date'],
    ['const now = Date.now();', 'Date'],
    ['const now = Temporal.Now.instant();', 'Temporal.Now'],
    ['const luck = Math.random();', 'Math.random'],
    ['const id = crypto.randomUUID();', 'randomness of node:crypto'],
    ['const port = process.env.PORT;', 'process.env'],
    ['setInterval(poll, 1000);', 'setInterval'],
  ])('%s is found', (text, name) => {
    expect(findBans('src/app/cases/decide.ts', `\n${text}`)).toEqual([
      { file: 'src/app/cases/decide.ts', line: 2, text: expect.stringContaining(`${name}: `) },
    ]);
  });

  test('words and the places that may are left alone', () => {
    expect(
      findBans('src/app/x.ts', `// new Date()\nconst text = 'Date.now()';\nconst day: PlainDate = dueDate;`),
    ).toEqual([]);
    expect(findBans('src/platform/clock.ts', 'Date.now()')).toEqual([]);
    expect(findBans('src/platform/config.ts', 'process.env.PORT')).toEqual([]);
  });
});

describe('words', () => {
  test('a word defined in two rows is found, a word used in a meaning is not', () => {
    const glossary =
      '| 中文 | code | meaning |\n|---|---|---|\n| 标记 | `Flag` | a mark on a `Line` |\n| 在网期 | `Line` | a tenure |\n| 旗 | `Flag` | again |';
    expect(findDoubleWords(glossary)).toEqual([
      { file: 'GLOSSARY.md', line: 5, text: '`Flag` is already defined in line 3' },
    ]);
  });

  test('a glossary without a word is no glossary', () => {
    expect(findDoubleWords('# Words')).toHaveLength(1);
  });

  test('codes are found in calls, both arms of a choice too', () => {
    const text = `const no = bad ? refusal('case.bad', { at }) : refusal(late ? 'case.late' : 'case.early');\nrefuse('case.other');`;
    expect(codesIn('src/app/x.ts', text).map(({ code }) => code)).toEqual(['case.bad', 'case.late', 'case.early']);
  });
});

describe('schema', () => {
  test('the first line that differs is shown, an equal dump is not', () => {
    expect(firstDifference('a\nb\n', 'a\nb\n')).toEqual([]);
    expect(firstDifference('a\nb\n', 'a\nc\n')).toEqual([
      { file: 'sql/schema.sql', line: 2, text: expect.stringContaining('here: c;') },
    ]);
    expect(firstDifference('a\nb\n', 'a\n')).toEqual([expect.objectContaining({ line: 2 })]);
  });
});
