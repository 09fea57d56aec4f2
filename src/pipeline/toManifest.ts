import type { PageSettings } from '../settings/PageSettings.ts';
import type { InspectedPage } from './inspect/InspectedPage.ts';
import type { Manifest } from './Manifest.ts';
import { sha256 } from './sha256.ts';

/** What `toManifest` cannot read from the page. */
export interface Versions {
  lock: string;
  authJs: string;
  /** Of the renderer that the settings name, such as `preact 11.2.0`. */
  renderer: string;
}

/** What is known of the finished page. */
interface PageFacts extends Pick<InspectedPage, 'html' | 'apiBodyBytes'> {
  policy: string | null;
}

/** The manifest of a page that satisfies `rules`. */
export function toManifest(
  { name, connections, emailMethod, languages, lock, contentSecurityPolicy: { mode } }: PageSettings,
  { html, policy, apiBodyBytes }: PageFacts,
  versions: Versions,
  rules: readonly string[],
): Manifest {
  const inline = lock.delivery === 'inline';
  return {
    page: name,
    sha256: sha256(html),
    bytes: { html: Buffer.byteLength(html), apiBody: apiBodyBytes },
    versions: {
      'auth0-lock': versions.lock,
      'auth0-js': inline ? versions.authJs : null,
      renderer: inline ? versions.renderer : null,
    },
    delivery: lock.delivery,
    languages,
    contentSecurityPolicy: { mode, policy },
    connections: { allow: connections.allow ?? null, choose: connections.choose },
    emailMethod,
    rules,
  };
}
