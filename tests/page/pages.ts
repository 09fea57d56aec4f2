import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '../../src/pipeline/loadSettings.ts';
import type { PageSettings } from '../../src/settings/PageSettings.ts';
import { root } from '../support/paths.ts';

/** A page of `login.config.ts`, and what `npm run build` made of it. */
export interface BuiltPage {
  settings: PageSettings;
  /** As it is in `dist/`. */
  html: string;
  /** As it is served here: what stands in for Lock on the CDN has not the hash of the one there. */
  served: string;
}

/** The pages to test: the one that `PAGE` names, or all. */
export const pages: readonly BuiltPage[] = (await loadSettings(root)).pages
  .filter(({ name }) => [undefined, '', name].includes(process.env['PAGE']))
  .map((settings) => {
    const html = readFileSync(join(root, 'dist', `${settings.name}.html`), 'utf8');
    const { integrity } = settings.lock;
    return { settings, html, served: html.replaceAll(` integrity="${integrity}"`, '') };
  });
