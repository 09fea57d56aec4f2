import { authJsOfLock } from './authJsOfLock.ts';
import type { BuiltPage } from './BuiltPage.ts';
import type { Library } from './Library.ts';
import { librariesOfScripts } from './librariesOfScripts.ts';
import type { PageFacts } from './PageFacts.ts';

/** The libraries of a page that was built here, by its manifest. */
export function librariesOfBuilt({ versions }: BuiltPage): Library[] {
  const lock = versions['auth0-lock'];
  const authJs = versions['auth0-js'];
  return [
    { name: 'auth0-lock', version: lock },
    authJs === null
      ? // From the CDN comes Lock with its own.
        { name: 'auth0-js', version: authJsOfLock(lock), orNewer: true }
      : { name: 'auth0-js', version: authJs },
  ];
}

/** The libraries of a live page: by the manifest where it is one of ours, else by what it loads. */
export function librariesOfLive(page: PageFacts, built: readonly BuiltPage[]): Library[] {
  const same = built.find(({ sha256 }) => sha256 === page.sha256);
  return same === undefined ? librariesOfScripts(page.scripts) : librariesOfBuilt(same);
}
