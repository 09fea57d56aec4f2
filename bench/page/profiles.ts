import type { Profile } from './Profile.ts';

/** The two ends of what visitors have. The first is Lighthouse's “slow 4G”, with Lighthouse's slower CPU. */
export const profiles = {
  slowPhone: {
    name: 'slow phone',
    downMbits: 1.6,
    upMbits: 0.75,
    latencyMs: 150,
    cpuSlowdown: 4,
    width: 360,
    height: 740,
    mobile: true,
  },
  goodWifi: {
    name: 'good Wi-Fi',
    downMbits: 30,
    upMbits: 15,
    latencyMs: 10,
    cpuSlowdown: 1,
    width: 1280,
    height: 800,
    mobile: false,
  },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;
