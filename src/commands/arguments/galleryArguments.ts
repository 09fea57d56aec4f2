import { text, texts, type Values } from './Values.ts';

/** `node build.mjs gallery` */
export interface GalleryRequest {
  command: 'gallery';
  page: string | undefined;
  out: string;
  /** Names of scenarios; none is all. */
  only: readonly string[];
}

/** For `parseArgs`. */
export const galleryOptions = {
  page: { type: 'string' },
  out: { type: 'string' },
  only: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readGallery({ page, out, only }: Values): GalleryRequest {
  return {
    command: 'gallery',
    page: text(page),
    out: text(out) ?? 'gallery',
    only: [...new Set(texts(only))],
  };
}
