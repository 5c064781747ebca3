import { type Finding, lineOf, listFiles, type Node, parse, readSource, walk } from './sources.ts';

type Ban = { name: string; why: string; allowed: RegExp; hits: (node: Node, text: string) => boolean };

const member = (node: Node, text: string, spelled: string) =>
  node.type === 'MemberExpression' && text.slice(node.start, node.end) === spelled;
const call = (node: Node, text: string, spelled: RegExp) =>
  node.type === 'CallExpression' && spelled.test(text.slice((node.callee as Node).start, (node.callee as Node).end));
const TESTS = /\.test\.tsx?$/;

/** Islands run in the browser, where only the browser has a clock. */
const BANS: readonly Ban[] = [
  {
    name: 'Date',
    why: 'time is an argument: take an Instant, and ask platform/clock.ts in main alone',
    allowed: /^src\/platform\/clock\.ts$|^src\/domain\/time\.ts$|^src\/web\/islands\//,
    hits: (node) => node.type === 'Identifier' && node.name === 'Date',
  },
  {
    name: 'Temporal.Now',
    why: 'time is an argument',
    allowed: /^src\/web\/islands\//,
    hits: (node, text) => member(node, text, 'Temporal.Now'),
  },
  {
    name: 'Math.random',
    why: 'chance is an argument: take a Randomness from platform/randomness.ts',
    allowed: /^$/,
    hits: (node, text) => member(node, text, 'Math.random'),
  },
  {
    name: 'randomness of node:crypto',
    why: 'chance is an argument: take a Randomness from platform/randomness.ts',
    allowed: /^src\/platform\//,
    hits: (node, text) => call(node, text, /(^|\.)(randomBytes|randomUUID|randomInt|randomFillSync|getRandomValues)$/),
  },
  {
    name: 'process.env',
    why: 'configuration is read once, in platform/config.ts',
    allowed: /^src\/platform\/(config|embedded-process)\.ts$/,
    hits: (node, text) => member(node, text, 'process.env'),
  },
  {
    name: 'setInterval',
    why: 'work for later is a job, not a poll',
    allowed: /^src\/web\/islands\//,
    hits: (node, text) => call(node, text, /(^|\.)setInterval$/),
  },
];

/** Where the source asks the machine for what must be an argument. */
export function findBans(file: string, text: string): Finding[] {
  const bans = BANS.filter(({ allowed }) => !allowed.test(file));
  const findings: Finding[] = [];
  walk(parse(file, text).program, (node) => {
    for (const ban of bans) {
      if (ban.hits(node, text))
        findings.push({ file, line: lineOf(text, node.start), text: `${ban.name}: ${ban.why}` });
    }
  });
  return findings;
}

export function checkBans(): Finding[] {
  const files = listFiles(['src'], /\.tsx?$/).filter((file) => !TESTS.test(file));
  return files.flatMap((file) => findBans(file, readSource(file)));
}
