import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than half a minute, the longest first. */
const LONG = [
  'browser/hostile',
  'browser/faults',
  'browser/hostedConfigFuzz',
  'browser/sameTree',
  'cli/dev',
  'tenant/deployCli',
  'browser/phone',
  'browser/login',
  'cli/build',
  'browser/accessibility',
  'cli/testPage',
  'browser/engines/webkit',
  'cli/guide',
  'cli/watch',
  'browser/engines/firefox',
  'browser/codeScreen',
  'clients/clients',
  'browser/engines/chromium',
  'tenant/fuzz',
  'browser/keyboard',
  'browser/page',
  'browser/filledFields',
  'cli/network',
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
