import { defineConfig } from 'vitest/config';
import PageReporter from './PageReporter.ts';

/** Where CI wants the results as JSON. */
const report = process.env['TEST_REPORT'] ?? '';

export default defineConfig({
  test: {
    include: ['tests/page/**/*.test.ts'],
    globalSetup: 'tests/page/setup.ts',
    // Longer than what a visitor is given, so that what they see is told instead.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: [
      new PageReporter(),
      ...(report === '' ? [] : [['json', { outputFile: report }] as ['json', { outputFile: string }]]),
    ],
  },
});
