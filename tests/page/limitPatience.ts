import { afterEach, beforeEach } from 'vitest';

/** Milliseconds of a page's failed checks after which its others are not tried: they would wait in vain as well. */
const MOST = 30_000;

/** To be called among the checks of one page. */
export function limitPatience(): void {
  let spent = 0;
  let start = 0;
  beforeEach(({ skip }) => {
    skip(spent > MOST);
    start = performance.now();
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') spent += performance.now() - start;
  });
}
