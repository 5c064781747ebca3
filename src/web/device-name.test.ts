import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

const AGENTS: readonly (readonly [string, string | null])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36', 'Chrome · Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari · iOS'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat · Android'],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/132.0 HuaweiBrowser/6.0 Mobile', 'Huawei Browser · HarmonyOS'],
  ['curl/8.5', null],
  ['', null],
];

it.each(AGENTS)('names %s as %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});

it('names nothing where nothing is said', () => expect(deviceName(undefined)).toBeNull());
