import type { Files } from '../../pipeline/tenant-folder/tenantFiles.ts';
import { UserError } from '../../settings/UserError.ts';
import { rewrites } from './rewrites.ts';

/**
 * Makes sure that auth0-deploy-cli fills in what it is meant to, and nothing else: what is live, an email's
 * body say, may hold a marker of the name of one of the variables that it is given.
 *
 * @param files - that it is to import
 * @param environment - that it is run in
 * @param secrets - variables that are meant to be filled in, in the connection sms
 * @throws UserError that names the file and the marker
 */
export function foreseeRewrites(
  files: Files,
  environment: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): void {
  for (const [path, text] of files) {
    const meant = path === 'connections/sms.json' ? Object.keys(secrets) : [];
    const found = Object.keys(environment).find((name) => !meant.includes(name) && rewrites(name, text));
    if (found === undefined) continue;
    throw new UserError(
      `${path} holds a marker of the name ${found}, in place of which auth0-deploy-cli would put what the environment says. Nothing has been changed.\nTake the marker away: from login.config.ts, the template, or the connection in the dashboard.`,
    );
  }
}
