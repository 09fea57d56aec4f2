import { join } from 'node:path';
import type { CutName } from '../../settings/cuts.ts';
import type { BundleKey } from '../bundleKey.ts';
import { authJs } from './authJs.ts';
import { authJsParts } from './authJsParts.ts';
import { babelHelpers } from './babelHelpers.ts';
import type { Cut } from './Cut.ts';
import { classicEngine } from './classicEngine.ts';
import { cordova } from './cordova.ts';
import { esModules } from './esModules.ts';
import { gravatar } from './gravatar.ts';
import { phoneNumbers } from './phoneNumbers.ts';
import { preact } from './preact.ts';
import { propTypes } from './propTypes.ts';
import { queryStrings } from './queryStrings.ts';
import { remoteScripts } from './remoteScripts.ts';
import { sideChannel } from './sideChannel.ts';
import { socialIcons } from './socialIcons.ts';
import { style } from './style.ts';
import { superagent } from './superagent.ts';

/**
 * The cuts of a bundle, in the order in which they are made.
 *
 * @param root - the project's folder, absolute
 */
export function cutsOf(root: string, { renderer, icons, uncut }: Omit<BundleKey, 'delivery'>): Cut[] {
  const folder = join(root, 'src', 'page', 'lock');
  const parts = !uncut.includes('authJsParts');
  const ownQueries = !uncut.includes('queryStrings');
  const ownRequests = parts && !uncut.includes('superagent');
  const cuts: Record<CutName, () => Cut | null> = {
    phoneNumbers: () => phoneNumbers(join(folder, 'phoneNumber.ts')),
    authJsParts: () => authJsParts,
    // Within auth0-js's own bundle there is no superagent to replace.
    superagent: () => (parts ? superagent(join(folder, 'diet', 'superagent.ts')) : null),
    queryStrings: () => queryStrings(join(folder, 'diet', 'qs.ts'), { authJsParts: parts }),
    // Only qs imports it: where nothing imports qs any more, there is nothing to find.
    sideChannel: () => (ownQueries && (ownRequests || !parts) ? null : sideChannel),
    classicEngine: () => classicEngine,
    cordova: () => cordova,
    gravatar: () => gravatar,
    socialIcons: () => socialIcons(icons),
    style: () => style({ classicEngine: uncut.includes('classicEngine') || uncut.includes('esModules') }),
    propTypes: () => propTypes,
    babelHelpers: () => babelHelpers,
    // Last, since the others know Lock as Babel has left it.
    esModules: () => esModules,
  };
  return [
    remoteScripts(join(folder, 'remoteScripts.ts')),
    ...(parts ? [] : [authJs]),
    ...(renderer === 'preact' ? [preact(join(folder, 'reactDomClient.ts'))] : []),
    ...Object.entries(cuts).flatMap(([name, cut]) => {
      const made = uncut.some((it) => it === name) ? null : cut();
      return made === null ? [] : [made];
    }),
  ];
}
