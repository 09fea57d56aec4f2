import { describe, expect, it } from 'vitest';
import { decodeHostedConfig } from '../../src/page/decodeHostedConfig.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64');
const least = { clientID: 'abc', auth0Domain: 'acme.auth0.com' };

describe('decodeHostedConfig', () => {
  it('decodes what Auth0 sends, unknown fields and all', () => {
    const sent = { ...least, internalOptions: { state: 's', custom: '1' }, another: { field: [1] } };
    expect(decodeHostedConfig(encode(sent))).toEqual(sent);
  });

  it.each(['Zoë’s café', '日本語の名前', 'مرحبا', '👩‍💻 app', '\u2028line'])('keeps UTF-8: %s', (title) => {
    const sent = { ...least, internalOptions: {}, dict: { signin: { title } } };
    expect(decodeHostedConfig(`\n  ${encode(sent)}  \n`)).toEqual(sent);
  });

  it.each([[undefined], [null], ['text'], [[1]], [7]])(
    'makes internalOptions an object: %j',
    (internalOptions) => {
      expect(decodeHostedConfig(encode({ ...least, internalOptions }))).toEqual({
        ...least,
        internalOptions: {},
      });
    },
  );

  it('gives a __proto__ in the JSON no power', () => {
    const text = Buffer.from('{"clientID":"a","auth0Domain":"b","__proto__":{"prompt":"x"}}').toString(
      'base64',
    );
    const config = decodeHostedConfig(text);
    expect(config.prompt).toBeUndefined();
    expect(({} as Record<string, unknown>)['prompt']).toBeUndefined();
  });

  it.each([
    ['the marker itself', '@@config@@', 'not_served'],
    ['nothing', '', 'not_served'],
    ['white space', ' \n ', 'not_served'],
    ['no base64', '%%%', 'bad_config'],
    ['cut base64', encode(least).slice(0, 21), 'bad_config'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('base64'), 'bad_config'],
    ['no JSON', Buffer.from('{clientID').toString('base64'), 'bad_config'],
    ['null', encode(null), 'bad_config'],
    ['an array', encode([least]), 'bad_config'],
    ['a string', encode('text'), 'bad_config'],
    ['no clientID', encode({ auth0Domain: 'a' }), 'bad_config'],
    ['an empty auth0Domain', encode({ clientID: 'a', auth0Domain: '' }), 'bad_config'],
    ['fields of another type', encode({ clientID: 1, auth0Domain: {} }), 'bad_config'],
  ])('fails for %s', (_name, text, code) => {
    expect(() => decodeHostedConfig(text)).toThrow(expect.objectContaining({ name: 'Failure', code }));
  });

  it('names what is missing', () => {
    expect(() => decodeHostedConfig(encode({}))).toThrow('The hosted config lacks clientID and auth0Domain.');
  });
});
