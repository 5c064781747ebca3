import { defineConfig } from 'vitest/config';

// Far from Asia/Shanghai on purpose: nothing may depend on the machine's zone.
process.env.TZ = 'America/New_York';

const database = { globalSetup: ['test/support/global-database.ts'] };
const patient = { ...database, testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2, sequence: { groupOrder: 1 } };
/** What asks nothing of the database that other tests do not: it runs once, and not again on another PostgreSQL. */
const ONCE = ['test/*/matrix.test.ts', 'test/adapters/**/*.test.ts'];

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'simulator/**/*.test.ts', 'seed/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...patient,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/prove/**', ...ONCE],
        },
      },
      { test: { ...patient, name: 'once', include: ONCE } },
      {
        test: {
          ...database,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
