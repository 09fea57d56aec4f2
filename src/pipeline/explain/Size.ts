/** Bytes of the same text: as it is, and compressed as a server would (gzip level 9, brotli level 11). */
export interface Size {
  raw: number;
  gzip: number;
  brotli: number;
}
