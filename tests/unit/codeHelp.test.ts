import { describe, expect, it } from 'vitest';
import { codeHelpState } from '../../src/page/codeHelpState.ts';

describe('codeHelpState', () => {
  const sentAt = 1_000_000;
  it.each<[name: string, after: number, refusedAfter: number | null, resendAfter: number, expected: object]>([
    ['at once', 0, null, 30, { secondsLeft: 30, isLate: false }],
    ['within a second', 400, null, 30, { secondsLeft: 30, isLate: false }],
    ['in the last second', 29_100, null, 30, { secondsLeft: 1, isLate: false }],
    ['when the wait is over', 30_000, null, 30, { secondsLeft: 0, isLate: false }],
    ['after a refusal', 40_000, 35_000, 30, { secondsLeft: 25, isLate: false }],
    ['after a minute', 60_000, null, 30, { secondsLeft: 0, isLate: true }],
    ['after a minute and a refusal', 61_000, 60_000, 30, { secondsLeft: 29, isLate: true }],
    ['without a wait', 0, null, 0, { secondsLeft: 0, isLate: false }],
    ['when the clock was set back', -3_600_000, null, 30, { secondsLeft: 30, isLate: false }],
  ])('%s', (_name, after, refusedAfter, resendAfter, expected) => {
    const refusedAt = refusedAfter === null ? 0 : sentAt + refusedAfter;
    expect(codeHelpState(sentAt + after, { sentAt, refusedAt }, resendAfter)).toEqual(expected);
  });
});
