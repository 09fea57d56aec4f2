import type { Manifest } from '../../pipeline/Manifest.ts';

/** What the doctor reads of a manifest in `dist/`. */
export type BuiltPage = Pick<
  Manifest,
  'page' | 'sha256' | 'bytes' | 'versions' | 'delivery' | 'connections' | 'emailMethod'
>;
