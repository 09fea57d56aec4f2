import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { count } from '../settings/count.ts';
import { isHttpsUrl } from '../settings/formats.ts';
import { LOGO_LIMIT } from '../settings/limits.ts';
import { UserError } from '../settings/UserError.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/** How a file of each type begins. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/svg+xml': /<svg[\s>]/,
  'image/png': /^\x89PNG/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/webp': /^RIFF[\s\S]{4}WEBP/,
  'image/gif': /^GIF8/,
};

/**
 * The address of a page's logo: an `https:` URL as it is, a file as a data URI.
 *
 * @param logo - `brand.logo` as written
 * @param root - folder of `login.config.ts`
 * @param where - put before the key in errors, such as `acme: `
 * @throws UserError when the file is missing, too large, or no image that a browser shows
 */
export async function logoAddress(logo: string, root: string, where = ''): Promise<string> {
  const key = `${where}brand.logo`;
  if (isHttpsUrl(logo)) return logo;
  const type = TYPES[extname(logo).toLowerCase()];
  if (type === undefined) {
    const known = Object.keys(TYPES).join(', ');
    throw new UserError(`${key}: expected an image file (${known}), received ${JSON.stringify(logo)}.`);
  }
  const bytes = await readFile(resolve(root, logo)).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new UserError(`${key}: ${JSON.stringify(logo)}: ${why}. The path is relative to login.config.ts.`);
  });
  if (bytes.length > LOGO_LIMIT) {
    throw new UserError(
      `${key}: ${JSON.stringify(logo)} has ${count(bytes.length)} bytes; at most ${count(LOGO_LIMIT)} go into the page. Make it smaller, or host it and give its https: URL.`,
    );
  }
  if (!SIGNATURES[type]?.test(bytes.toString('latin1'))) {
    throw new UserError(`${key}: ${JSON.stringify(logo)} is not the image that its name says (${type}).`);
  }
  return dataUri(type, bytes);
}

function dataUri(type: string, bytes: Buffer): string {
  if (type !== 'image/svg+xml') return `data:${type};base64,${bytes.toString('base64')}`;
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  // Lock puts the address into `url('…')`: quotes and brackets are encoded, beyond what a URI asks for.
  const encoded = encodeURIComponent(text)
    .replace(/['()]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
    .replace(/%20/g, ' ')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/%3D/g, '=')
    .replace(/%2C/g, ',');
  return `data:${type},${encoded}`;
}
