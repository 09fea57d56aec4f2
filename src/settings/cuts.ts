/**
 * What can be taken off Lock's bundle, by the name of the cut; each is a file of `src/pipeline/lock-diet/`.
 * React is one more, and has a key of its own (`lock.renderer`).
 */
export const cuts = [
  'authJsParts',
  'babelHelpers',
  'classicEngine',
  'cordova',
  'errorCodes',
  'esModules',
  'gravatar',
  'propTypes',
  'queryStrings',
  'sideChannel',
  'socialIcons',
  'style',
  'superagent',
] as const;

export type CutName = (typeof cuts)[number];

/**
 * Cuts that change nothing of what Lock does, and without which the page with React would not fit into
 * Auth0's limit: `diet: false` makes them still.
 */
export const LOSSLESS_CUTS: readonly CutName[] = ['babelHelpers', 'socialIcons'];
