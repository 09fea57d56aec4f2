import type { ManagementClient } from 'auth0';
import * as v from 'valibot';
import type { ManagementApi } from '../api/ManagementApi.ts';

const settingsSchema = v.record(v.string(), v.unknown());

const READ: Readonly<Record<string, (sdk: ManagementClient) => PromiseLike<unknown>>> = {
  'brute-force-protection': (sdk) => sdk.attackProtection.bruteForceProtection.get(),
  'suspicious-ip-throttling': (sdk) => sdk.attackProtection.suspiciousIpThrottling.get(),
  'breached-password-detection': (sdk) => sdk.attackProtection.breachedPasswordDetection.get(),
  'bot-detection': (sdk) => sdk.attackProtection.botDetection.get(),
};

/** One of a tenant's attack protections, by the name of its path. */
export async function readProtection(api: ManagementApi, name: string): Promise<Record<string, unknown>> {
  const read = READ[name];
  if (read === undefined) return {};
  const answer = await api.call(`read the attack protection "${name}"`, read);
  return v.parse(settingsSchema, answer);
}
