import { stripVTControlCharacters } from 'node:util';

/** What auth0-deploy-cli shows while it works, and what it says of itself. */
const NOISE =
  /^(?:[│◇◒◐◓◑\s]*|.*Calculating dry run changes.*|.*Preparing dry run preview.*|.*Done|Auth0 Deploy CLI.*|Input: .*|Tenant: .*|Simulating deployment.*|Dry Run completed.*)$/;

/**
 * The lines of a program's output that say something, without colours, times and secrets.
 *
 * @param secrets - each is shown as `(secret)`
 */
export function plainLines(output: string, secrets: readonly string[]): string[] {
  const known = secrets.filter((secret) => secret !== '');
  return stripVTControlCharacters(output)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\d{4}-\d\d-\d\dT\S+ - (?=info|warn|error)/, '').replace(/^info: /, ''))
    .filter((line) => !NOISE.test(line))
    .filter((line) => !/^(?:Processing directory|Getting access token|Reviewing connections)/.test(line))
    .map((line) => known.reduce((text, secret) => text.replaceAll(secret, '(secret)'), line).trimEnd());
}
