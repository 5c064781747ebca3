import { expect, it } from 'vitest';
import { allowsScope, readScopes } from './scopes.ts';

it('reads scopes in any order and refuses what is none', () => {
  expect(readScopes('write, cases:read  flags,cases:read')).toEqual(['cases:read', 'flags', 'write']);
  for (const wrong of ['', ' , ', 'Cases', 'cases:write', 'a', 'cases;flags', '*'])
    expect(readScopes(wrong), wrong).toBeNull();
});

it('opens what the scopes name and nothing else', () => {
  const may = (spelled: string, tag: string, reads: boolean) => allowsScope(readScopes(spelled), { tag, reads });
  expect(allowsScope(null, { tag: 'cases', reads: false })).toBe(true);
  expect([may('read', 'cases', true), may('read', 'cases', false)]).toEqual([true, false]);
  expect([may('write', 'cases', true), may('write', 'flags', false)]).toEqual([true, true]);
  expect([may('cases', 'cases', false), may('cases', 'flags', true)]).toEqual([true, false]);
  expect([may('cases:read', 'cases', true), may('cases:read', 'cases', false)]).toEqual([true, false]);
});
