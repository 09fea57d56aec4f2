import { configDefaults, defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/LongestFirst.ts';
import QualityReporter from './tests/support/quality/QualityReporter.ts';

/** Where CI wants the results as JSON. */
const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // They test the page of this folder's settings, which may be any: npm run test:page.
    exclude: [...configDefaults.exclude, 'tests/page/**'],
    globalSetup: 'tests/support/globalSetup.ts',
    // A browser on two busy cores takes its time; what hangs is still found.
    testTimeout: 30_000,
    // Tests talk to servers on loopback, which no proxy of a company's machine leads to.
    env: { NO_PROXY: 'localhost,127.0.0.1', no_proxy: 'localhost,127.0.0.1' },
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: [
      'default',
      new QualityReporter(),
      ...(report === undefined ? [] : [['json', { outputFile: report }] as ['json', { outputFile: string }]]),
    ],
  },
});
