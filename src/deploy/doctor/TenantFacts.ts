/** Brute-force protection, or suspicious IP throttling. */
export interface Shield {
  enabled: boolean;
  /** Whether it stops anything, or only tells. */
  blocks: boolean;
}

export interface BotDetection {
  /** When somebody who asks for a code has to solve a captcha: `never`, `when_risky`, `always`. */
  passwordless: string;
  /** Whether it only watches. */
  onlyMonitors: boolean;
}

export interface CustomDomain {
  domain: string;
  /** `ready`, `pending_verification`, `pending`, `disabled`, `failed` … */
  status: string;
}
