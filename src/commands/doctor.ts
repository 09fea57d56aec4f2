import { join, resolve } from 'node:path';
import { ManagementApi } from '../deploy/api/ManagementApi.ts';
import { readCredentials } from '../deploy/api/readCredentials.ts';
import { collectFacts } from '../deploy/doctor/collect/collectFacts.ts';
import { readBuilt } from '../deploy/doctor/collect/readBuilt.ts';
import { readOnly } from '../deploy/doctor/collect/readOnly.ts';
import { diagnose } from '../deploy/doctor/diagnose.ts';
import { showDiagnosis } from '../deploy/doctor/report/showDiagnosis.ts';
import { toJson } from '../deploy/doctor/report/toJson.ts';
import { readTwilioCredentials } from '../deploy/doctor/twilio/TwilioCredentials.ts';
import type { DoctorRequest } from './arguments/doctorArguments.ts';
import { networkOf } from './networkOf.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs doctor`: looks at a tenant, and says what keeps a login from working. */
export async function doctor(
  surroundings: Surroundings,
  { client, page, from, json, twilio }: DoctorRequest,
): Promise<number> {
  const { root, cwd, env, print, progress } = surroundings;
  const fetch = readOnly(networkOf(surroundings).fetch);
  const wanted = {
    client,
    built: readBuilt(resolve(cwd, from ?? join(root, 'dist')), page),
    twilio: twilio ? { ...readTwilioCredentials(env), fetch } : null,
  };
  const credentials = readCredentials(env);
  progress(`asking ${credentials.domain}`);
  try {
    const facts = await collectFacts(new ManagementApi(credentials, fetch), wanted);
    progress(null);
    const diagnosis = diagnose(facts);
    print(json ? toJson(diagnosis) : showDiagnosis(diagnosis));
    return diagnosis.summary.failed > 0 ? 1 : 0;
  } finally {
    progress(null);
  }
}
