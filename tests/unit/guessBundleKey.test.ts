import { describe, expect, it } from 'vitest';
import { guessBundleKey } from '../../src/pipeline/guessBundleKey.ts';

describe('guessBundleKey', () => {
  it.each<[name: string, text: string, icons: string[] | null]>([
    ['SMS and email', "connections: { allow: ['sms', 'email'] }", []],
    [
      'social ones, in order',
      "allow: [\n  'sms',\n  \"google-oauth2\",\n  'apple',\n]",
      ['apple', 'google-oauth2'],
    ],
    ['no list', 'export default defineLoginPage({});', null],
  ])('knows the icons of %s', (_name, text, icons) => {
    expect(guessBundleKey(text)).toEqual({ delivery: 'inline', renderer: 'preact', icons, uncut: [] });
  });

  it.each([
    "allow: ['sms'], lock: { renderer: 'react' }",
    'lock: { diet: false }',
    "lock: { delivery: 'cdn' }",
    'lock: { options: { avatar: {} } }',
    "defineLoginPages({ a: { connections: { allow: ['sms'] } } })",
    "allow: ['sms'], allow: ['email']",
    'allow: [...methods]',
    "allow: ['sms', social]",
  ])('does not guess from %s', (text) => {
    expect(guessBundleKey(text)).toBeNull();
  });
});
