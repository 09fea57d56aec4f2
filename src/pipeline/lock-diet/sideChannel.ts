import { replaceModule } from './replaceModule.ts';

/**
 * `side-channel` and its shims for old browsers: a map by object identity, with which qs finds cycles. A
 * `WeakMap` is one, and qs uses nothing but `get`, `has`, `set` and `delete`, with objects as keys.
 */
export const sideChannel = replaceModule({
  name: 'sideChannel',
  filter: /^side-channel$/,
  importer: /[\\/]qs[\\/]lib[\\/]/,
  contents: 'module.exports = () => new WeakMap();',
});
