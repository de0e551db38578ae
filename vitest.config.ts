import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** No test is about time: a busy machine is only waited for. */
const patient = { testTimeout: 60_000 } as const;

/** Real browsers: one file at a time, for two cores are soon busy and policies are the machine's, not a profile's. */
const browsers = {
  environment: 'node',
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

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
          exclude: ['tests/e2e/policy/**'],
          ...browsers,
        },
      },
      { test: { name: 'policy', include: ['tests/e2e/policy/**/*.test.ts'], ...browsers } },
    ],
  },
});
