import { main } from '../../src/commands/main.ts';
import { DEPLOY } from '../../src/tenant/data/addDefaults.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import type { Run } from './runBuild.ts';
import { trustingFetch } from './trustingFetch.ts';

/** What the tests run commands with, beside a tenant. */
export interface Around {
  env?: Readonly<Record<string, string>>;
  /** The user's answer, or Ctrl-C; `null` where there is no one to ask. Default: yes. */
  answer?: boolean | 'interrupt' | null;
  fetch?: typeof globalThis.fetch;
  /** Settles when the user interrupts. Default: never. */
  interrupted?: Promise<void>;
}

/** Everything that commands have printed in this process: no secret may be in it. */
export const printed: string[] = [];

/** The environment that names a tenant and its credentials. */
export function credentialsFor({ host }: Tenant): Record<string, string> {
  return { AUTH0_DOMAIN: host, AUTH0_CLIENT_ID: DEPLOY.id, AUTH0_CLIENT_SECRET: DEPLOY.secret };
}

/** Runs a command in this process, against a tenant. */
export async function runMain(
  folder: string,
  tenant: Tenant,
  args: readonly string[],
  {
    env = credentialsFor(tenant),
    answer = true,
    fetch = trustingFetch(tenant.certificate),
    interrupted = new Promise<void>(() => undefined),
  }: Around = {},
): Promise<Run> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await main(args, {
    root: folder,
    cwd: folder,
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
    progress: (text) => printed.push(text ?? ''),
    interrupted: () => interrupted,
    env,
    confirm:
      answer === null
        ? null
        : async (question) => {
            out.push(question);
            return answer === 'interrupt' ? null : answer;
          },
    fetch,
  });
  printed.push(...out, ...errors);
  return { code, stdout: out.join('\n'), stderr: errors.join('\n') };
}
