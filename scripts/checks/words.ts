import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { areas, dictionaries, hasText } from '../../src/locales/index.ts';
import { type Finding, lineOf, listFiles, type Node, parse, ROOT, readSource, walk } from './sources.ts';

const GLOSSARY = 'GLOSSARY.md';

/** One word of code stands for one concept: it is defined in one row of the glossary. */
export function findDoubleWords(text: string): Finding[] {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const inCode = /^\|[^|]*\|([^|]*)\|/.exec(line)?.[1] ?? '';
    for (const [, word = ''] of inCode.matchAll(/`([^`]+)`/g)) {
      const first = seen.get(word);
      if (first === undefined) seen.set(word, index + 1);
      else findings.push({ file: GLOSSARY, line: index + 1, text: `\`${word}\` is already defined in line ${first}` });
    }
  }
  if (seen.size === 0)
    findings.push({ file: GLOSSARY, text: 'defines no word: its tables need the word of code in the second column' });
  return findings;
}

/** Codes of refusals as the source spells them. */
export function codesIn(file: string, text: string): { code: string; line: number }[] {
  const codes: { code: string; line: number }[] = [];
  const collect = (node: Node | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string')
      codes.push({ code: node.value, line: lineOf(text, node.start) });
    if (node?.type === 'ConditionalExpression') {
      collect(node.consequent as Node);
      collect(node.alternate as Node);
    }
  };
  walk(parse(file, text).program, (node) => {
    if (node.type === 'CallExpression' && (node.callee as Node).name === 'refusal')
      collect((node.arguments as Node[])[0]);
  });
  return codes;
}

/** Every refusal has words in both languages, and both languages know the same keys. */
export function checkWords(): Finding[] {
  const glossary = existsSync(join(ROOT, GLOSSARY))
    ? findDoubleWords(readSource(GLOSSARY))
    : [{ file: GLOSSARY, text: 'is missing' }];
  return [...glossary, ...wordless(), ...unequalKeys()];
}

function wordless(): Finding[] {
  const files = listFiles(['src'], /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file));
  return files.flatMap((file) =>
    codesIn(file, readSource(file))
      .filter(({ code }) => !hasText(code))
      .map(({ code, line }) => ({ file, line, text: `the code ${code} has no words in src/locales` })),
  );
}

function unequalKeys(): Finding[] {
  const findings = Object.entries(areas).flatMap(([area, { 'zh-CN': zh, en }]) => {
    const missing = (from: object, to: object, language: string) =>
      Object.keys(from)
        .filter((key) => !Object.hasOwn(to, key))
        .map((key) => ({ file: `src/locales/${language}/${area}.ts`, text: `lacks ${key}` }));
    return [...missing(zh, en, 'en'), ...missing(en, zh, 'zh-CN')];
  });
  const empty = Object.entries(dictionaries).flatMap(([language, words]) =>
    Object.entries(words)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => ({ file: `src/locales/${language}`, text: `${key} is empty` })),
  );
  return [...findings, ...empty];
}
