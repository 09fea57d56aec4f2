import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockScriptUrl } from '../../src/pipeline/lockScript.ts';
import { installedVersion } from '../../src/pipeline/versions.ts';
import type { PageSettings } from '../../src/settings/PageSettings.ts';
import { root } from '../support/paths.ts';
import type { Answer } from '../support/Visitor.ts';

/** What the setup builds to stand in for Lock on Auth0's CDN. */
export const CDN_LOCK_FILE = join(root, 'node_modules', '.cache', 'login-page', 'lock-on-cdn.js');

/** Answers to what a page loads from Auth0's CDN, by address. */
export function cdnLock({ lock }: Pick<PageSettings, 'lock'>): Readonly<Record<string, Answer>> {
  if (lock.delivery === 'inline') return {};
  const body = readFileSync(CDN_LOCK_FILE, 'utf8');
  return { [lockScriptUrl(installedVersion('auth0-lock'))]: { contentType: 'text/javascript', body } };
}
