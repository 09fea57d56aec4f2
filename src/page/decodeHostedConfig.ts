import { Failure } from './Failure.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { isRecord } from './isRecord.ts';

/** Fields without which Lock cannot be built. */
const REQUIRED = ['clientID', 'auth0Domain'] as const;

/** What the text is not, by the exception that says so. */
const REASONS: Readonly<Record<string, string>> = {
  InvalidCharacterError: 'base64',
  TypeError: 'UTF-8',
  SyntaxError: 'JSON',
};

/**
 * Decodes what Auth0 put in place of the marker: base64 of the UTF-8 JSON of the hosted config.
 *
 * @param text - the data block's text; white space around it is ignored
 * @returns the hosted config, with `internalOptions` an object whatever was sent
 * @throws Failure `not_served` when the marker is still there or the block is empty, `bad_config` when
 *   the text is not base64, not UTF-8, not JSON, not an object, or lacks a required field
 */
export function decodeHostedConfig(text: string): HostedConfig {
  const encoded = text.trim();
  if (encoded === '' || encoded.startsWith('@')) {
    throw new Failure(
      'not_served',
      'The hosted config is not in the page: Auth0 puts it there when it serves the page at /authorize.',
    );
  }
  const value = parse(encoded);
  if (!isRecord(value)) {
    throw new Failure('bad_config', 'The hosted config is not a JSON object.');
  }
  const missing = REQUIRED.filter((field) => typeof value[field] !== 'string' || value[field] === '');
  if (missing.length > 0) {
    throw new Failure('bad_config', `The hosted config lacks ${missing.join(' and ')}.`);
  }
  const internalOptions = isRecord(value['internalOptions']) ? value['internalOptions'] : {};
  return { ...value, internalOptions } as HostedConfig;
}

function parse(encoded: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), withoutPrototype);
  } catch (error) {
    // Without the browser's own words, which repeat a part of the text: somebody's address may be in it.
    const what = error instanceof Error ? REASONS[error.name] : undefined;
    throw new Failure('bad_config', `The hosted config cannot be decoded: it is not ${what ?? 'readable'}.`);
  }
}

/** Takes `__proto__` away, which a query parameter can be called: whoever copies it would set a prototype. */
const withoutPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);
