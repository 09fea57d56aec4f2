import { sha256 } from '../../pipeline/sha256.ts';

/** A page as a tenant holds it. */
export interface LivePage {
  /** Empty where none was ever set, or it was reset. */
  html: string;
  /** Whether visitors get it; an empty one they don't. */
  isOn: boolean;
}

/** What a page is known by, without its text: five hundred of those are too much to hold. */
export interface Fingerprint {
  sha256: string;
  /** Of the HTML, in UTF-8. */
  bytes: number;
  isOn: boolean;
}

export function fingerprint({ html, isOn }: LivePage): Fingerprint {
  return { sha256: sha256(html), bytes: Buffer.byteLength(html), isOn };
}

/** Byte for byte, and on or off; where both are empty, on or off is no difference. */
export function isSamePage(
  a: Pick<Fingerprint, 'sha256' | 'isOn' | 'bytes'>,
  b: Pick<Fingerprint, 'sha256' | 'isOn' | 'bytes'>,
): boolean {
  return a.sha256 === b.sha256 && (a.isOn === b.isOn || (a.bytes === 0 && b.bytes === 0));
}
