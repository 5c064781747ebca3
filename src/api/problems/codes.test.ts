import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles } from '../../../scripts/checks/sources.ts';
import { codesIn } from '../../../scripts/checks/words.ts';
import { isCode } from './codes.ts';

/** What only pages or an operator’s commands answer: letters, screenshots, the door, reminders, the master key. */
const PAGES_ONLY = /^src\/(?:domain\/(?:letters\/|remedies\/reminders)|app\/(?:letters|triage|sign-in|master-key)\/)/;

test('every code that the API can answer with is explained under its address', () => {
  const files = listFiles(['src/domain', 'src/access', 'src/app', 'src/store', 'src/api'], /(?<!\.test)\.ts$/);
  const raised = files
    .filter((file) => !PAGES_ONLY.test(file))
    .flatMap((file) => codesIn(file, readFileSync(file, 'utf8')))
    .map(({ code }) => code);
  expect(raised.length).toBeGreaterThan(100);
  expect([...new Set(raised)].filter((code) => !isCode(code)).toSorted()).toEqual([]);
});
