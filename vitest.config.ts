import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** No test is about time: a busy machine is only waited for. */
const patient = { testTimeout: 60_000 } as const;

/** Real browsers, each with a profile of its own. */
const browsers = {
  environment: 'node',
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

/** What no other test runs beside: policies are the machine's, not a profile's, and `npm start` builds the extension. */
const ALONE = ['tests/e2e/policy/**/*.test.ts', 'tests/e2e/start.test.ts'];

/** One project a way of testing; `scripts/test.ts` runs them in order. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', ...patient },
        plugins: [WxtVitest()],
      },
      {
        test: { name: 'dom', include: ['tests/dom/**/*.test.{ts,tsx}'], environment: 'jsdom', ...patient },
        plugins: [WxtVitest()],
      },
      {
        test: {
          name: 'data',
          include: ['tests/{data,locales}/**/*.test.ts'],
          environment: 'node',
          ...patient,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          // A test mostly waits for its browser: two keep two cores busy.
          maxWorkers: 2,
          ...browsers,
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          ...browsers,
        },
      },
    ],
  },
});
