import { UserError } from '../settings/UserError.ts';

/**
 * The text of a file, without its byte order mark.
 *
 * @param name - how errors call the file
 * @throws UserError when it is not in UTF-8
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = otherEncoding(bytes);
  if (encoding === null) return new TextDecoder().decode(bytes);
  throw new UserError(
    `${name} is in ${encoding}; expected UTF-8.\nSave it as UTF-8 (in VS Code: "Save with Encoding"; in PowerShell: Set-Content -Encoding utf8).`,
  );
}

/** UTF-16 without a mark has a zero in every second byte of what is ASCII. */
function otherEncoding(bytes: Uint8Array): string | null {
  const start = [...bytes.subarray(0, 1_000)];
  const isMostlyZero = (from: 0 | 1) => {
    const zeros = start.filter((byte, index) => index % 2 === from && byte === 0);
    return zeros.length > start.length / 4;
  };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || isMostlyZero(1)) return 'UTF-16 (little-endian)';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || isMostlyZero(0)) return 'UTF-16 (big-endian)';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    return 'another encoding than UTF-8, such as Windows-1252';
  }
}
