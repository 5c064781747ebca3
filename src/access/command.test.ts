import { expect, it } from 'vitest';
import { HOLDER, STRANGER, World } from '../../test/support/world.ts';
import type { Command } from '../domain/journal/command.ts';
import { objectToCommand } from './command.ts';

const OTHER = { ...STRANGER, id: 'other', personId: 'other' };

function reportedWithTwoRepresentatives(): World {
  const world = new World();
  world.do(HOLDER, {
    do: 'open_line',
    origin: 'reported',
    kind: 'personal',
    carrierId: 'china-mobile',
    province: 'CN-ZJ',
    holderId: 'lin',
    userId: 'lin',
    openedAt: '2024-01-01T00:00:00.000Z',
  });
  for (const representativeId of ['someone', 'other'])
    world.do(HOLDER, {
      do: 'grant_mandate',
      principalId: 'lin',
      representativeId,
      representativeName: '某人',
      kind: 'relative',
      acts: ['say'],
      days: 30,
      feeFen: 0,
      signed: 'code',
      paperSha256: null,
    });
  return world;
}

const ask = (world: World, by: typeof HOLDER, command: Command) =>
  objectToCommand(world.state, command, by, world.now)?.code ?? null;

it('of a reported line the person alone disposes, nobody who acts for them', () => {
  const world = reportedWithTwoRepresentatives();
  const close: Command = { do: 'close_line', closedAt: world.now };
  expect(ask(world, HOLDER, close)).toBeNull();
  expect(ask(world, STRANGER, close)).toBe('access.denied');
  expect(ask(world, { ...STRANGER, id: 'z', personId: 'z' }, close)).toBe('access.not_found');
});

it('a mandate is ended by its two sides, not by another representative of the same line', () => {
  const world = reportedWithTwoRepresentatives();
  const [first, second] = Object.values(world.state.mandates);
  for (const [mandate, own, foreign] of [
    [first, STRANGER, OTHER],
    [second, OTHER, STRANGER],
  ] as const) {
    const revoke: Command = { do: 'revoke_mandate', mandateId: mandate?.mandateId ?? '' };
    expect(ask(world, HOLDER, revoke)).toBeNull();
    expect(ask(world, own, revoke)).toBeNull();
    expect(ask(world, foreign, revoke)).toBe('access.not_found');
  }
});
