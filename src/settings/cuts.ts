/**
 * What can be taken off Lock's bundle, by the name of the cut; each is a file of `src/pipeline/lock-diet/`.
 * React is one more, and has a key of its own (`lock.renderer`).
 */
export const cuts = [
  'authJsParts',
  'babelHelpers',
  'classicEngine',
  'cordova',
  'esModules',
  'gravatar',
  'phoneNumbers',
  'propTypes',
  'queryStrings',
  'sideChannel',
  'socialIcons',
  'style',
  'superagent',
] as const;

export type CutName = (typeof cuts)[number];

/**
 * Made with `diet: false` too: cuts that change nothing of what Lock does, and without which the page with React
 * would not fit into Auth0's limit, and the repair without which Lock sends codes to wrong numbers.
 */
export const ALWAYS_MADE: readonly CutName[] = ['babelHelpers', 'phoneNumbers', 'socialIcons'];
