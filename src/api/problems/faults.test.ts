import type { TSchema } from 'typebox';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { FactInput } from '../facts/fact-input.ts';
import { choice, input, MomentInput } from '../schemas/parts.ts';
import { compileCheck } from '../validator.ts';
import type { ValidationError } from './faults.ts';
import { faultsOf } from './faults.ts';

function faults(schema: TSchema, value: unknown, locale: 'zh-CN' | 'en' = 'en') {
  const checked = compileCheck(schema, 'body')(value);
  if ('value' in checked) return [];
  return faultsOf(locale, (checked.error as Error & { validation: ValidationError[] }).validation);
}

const Example = input({
  name: Type.String({ minLength: 2, maxLength: 4 }),
  kind: choice(['a', 'b']),
  at: MomentInput,
  many: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1 }),
});

it('names each field at fault, where it stands, in plain words', () => {
  const found = faults(Example, { name: 'x', kind: 'c', at: 'now', many: [0], more: 1 });
  expect(found).toEqual(
    expect.arrayContaining([
      { pointer: '/name', detail: 'name needs at least 2 characters.' },
      { pointer: '/kind', detail: 'kind must be one of: a, b.' },
      { pointer: '/at', detail: expect.stringContaining('time with its offset') },
      { pointer: '/many/0', detail: 'many.0 must not be less than 1.' },
      { pointer: '/more', detail: 'There is no field more.' },
    ]),
  );
  expect(found).toHaveLength(5);
});

it('says the same in Chinese', () => {
  expect(faults(Example, { name: 'abc', kind: 'a', at: '2026-11-23T00:00:00Z' }, 'zh-CN')).toEqual([
    { pointer: '/many', detail: '缺少 many。' },
  ]);
});

it('tells of a choice of shapes only what is wrong with the one that was meant', () => {
  expect(faults(FactInput, { kind: 'bill_issued', bill_id: 'b', amount_fen: 'much', due_date: '2026-11-23' })).toEqual([
    { pointer: '/amount_fen', detail: 'amount_fen must be a whole number.' },
  ]);
});

it('lists the shapes there are when none was meant', () => {
  expect(faults(FactInput, { kind: 'rumour' })).toEqual([
    { pointer: '/kind', detail: expect.stringContaining('bill_issued, bill_overdue, payment_received') },
  ]);
});

it('finds words for a body that is no object at all', () => {
  expect(faults(Example, [])).not.toEqual([]);
  expect(faults(Example, null)).toEqual([{ pointer: '', detail: 'The body must be an object.' }]);
});
