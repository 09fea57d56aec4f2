import { execFileSync } from 'node:child_process';

/** Runs an installer; returns why it failed, or an empty text. */
export function install(what: string, command: string, args: readonly string[]): string {
  process.stderr.write(`Installing ${what} …\n`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
      env: withoutSecrets(process.env),
    });
    return '';
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return `- ${what}: ${text.split('\n').slice(0, 3).join(' ').slice(0, 300)}`;
  }
}

/** An installer has no business with what opens a tenant. */
function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSecret = (name: string) => /^(?:AUTH0|TWILIO)_|SECRET|TOKEN|PASSWORD/i.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isSecret(name)));
}
