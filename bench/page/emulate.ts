import type { CDPSession } from 'playwright-core';
import type { Profile } from './Profile.ts';

const BYTES_PER_MBIT = 1_000_000 / 8;

/** Makes a page's network and CPU those of a profile, from its next navigation on. */
export async function emulate(cdp: CDPSession, profile: Profile): Promise<void> {
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.latencyMs,
    downloadThroughput: profile.downMbits * BYTES_PER_MBIT,
    uploadThroughput: profile.upMbits * BYTES_PER_MBIT,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpuSlowdown });
}
