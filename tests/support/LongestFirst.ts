import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than half a minute, the longest first. */
const LONG = [
  'browser/hostile',
  'browser/sameTree',
  'browser/faults',
  'browser/login',
  'cli/guide',
  'browser/hostedConfigFuzz',
  'browser/accessibility',
  'browser/engines/webkit',
  'browser/engines/firefox',
  'browser/engines/chromium',
  'cli/dev',
  'clients/clients',
  'tenant/fuzz',
  'cli/testPage',
  'cli/build',
  'browser/page',
  'browser/tenant',
];

/** Begins with what takes long, so that no worker waits at the end for another's longest file. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return index === -1 ? LONG.length : index;
    };
    return [...files].sort((one, other) => rank(one) - rank(other));
  }
}
