import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PageSettings } from '../../settings/PageSettings.ts';
import { emailTemplateProblem } from '../../settings/tenant/emailTemplateProblem.ts';
import { UserError } from '../../settings/UserError.ts';
import { decodeText } from '../decodeText.ts';

/**
 * The body of the email that a page's settings name.
 *
 * @param root - the project's folder, absolute
 * @returns `null` where they name none
 * @throws UserError when the file cannot be read, or would send an email that nobody can log in with
 */
export async function readEmailBody(
  { emailMethod, tenant }: Pick<PageSettings, 'emailMethod' | 'tenant'>,
  root: string,
): Promise<string | null> {
  const file = tenant?.email?.template;
  if (file === undefined) return null;
  const path = resolve(root, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new UserError(
      `tenant.email.template: received ${JSON.stringify(file)}, but ${why}.\nPaths start at login.config.ts: this one is ${path}.`,
    );
  });
  const html = decodeText(bytes, `tenant.email.template: ${file}`);
  const problem = emailTemplateProblem(html, emailMethod);
  if (problem === null) return html;
  throw new UserError(`tenant.email.template: ${file} ${problem}.`);
}
