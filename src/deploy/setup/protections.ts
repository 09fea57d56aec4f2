import type { ManagementClient } from 'auth0';

interface Protection {
  get(sdk: ManagementClient): PromiseLike<unknown>;
  /** @param fields - as the API takes them; what is not there stays as it is */
  update(sdk: ManagementClient, fields: object): PromiseLike<unknown>;
}

/** The attack protections that settings can name, by the names of their paths. */
const protections: Readonly<Record<string, Protection>> = {
  'brute-force-protection': {
    get: (sdk) => sdk.attackProtection.bruteForceProtection.get(),
    update: (sdk, fields) => sdk.attackProtection.bruteForceProtection.update(fields),
  },
  'suspicious-ip-throttling': {
    get: (sdk) => sdk.attackProtection.suspiciousIpThrottling.get(),
    update: (sdk, fields) => sdk.attackProtection.suspiciousIpThrottling.update(fields),
  },
  'breached-password-detection': {
    get: (sdk) => sdk.attackProtection.breachedPasswordDetection.get(),
    update: (sdk, fields) => sdk.attackProtection.breachedPasswordDetection.update(fields),
  },
  'bot-detection': {
    get: (sdk) => sdk.attackProtection.botDetection.get(),
    update: (sdk, fields) => sdk.attackProtection.botDetection.update(fields),
  },
};

/** One of them; a name that is not there is a mistake of ours. */
export function protectionNamed(name: string): Protection {
  const found = protections[name];
  if (found === undefined) throw new Error(`There is no attack protection ${name}.`);
  return found;
}
