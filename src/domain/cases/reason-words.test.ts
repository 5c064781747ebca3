import { describe, expect, it } from 'vitest';
import type { RecordValues } from './reason-words.ts';
import { fillWords, PLACEHOLDERS } from './reason-words.ts';

const EMPTY = Object.fromEntries(PLACEHOLDERS.map((name) => [name, null])) as RecordValues;

describe('reasons with placeholders', () => {
  it('take the record’s values', () => {
    const values = { ...EMPTY, reference: 'ABC', rule: 'short-calls' };
    expect(fillWords('{reference}: {rule}, {rule}', values)).toEqual({ words: 'ABC: short-calls, short-calls' });
  });

  it('are refused by name where the record holds nothing', () => {
    expect(fillWords('{rule} {code}', { ...EMPTY, code: 'D1' })).toMatchObject({
      code: 'words.value_missing',
      data: { names: ['rule'] },
    });
  });

  it('are refused by name where a placeholder is not known, and never reach the prototype', () => {
    for (const name of ['holder_name', 'constructor', ''])
      expect(fillWords(`{${name}}`, EMPTY)).toMatchObject({ code: 'words.unknown_placeholder' });
  });

  it('put values in once: what a value says is not read again', () => {
    expect(fillWords('{body}', { ...EMPTY, body: '{code}' })).toEqual({ words: '{code}' });
  });
});
