import { describe, expect, it } from 'vitest';
import { smsSize } from '../../src/tenant/outbox/smsSize.ts';

describe('smsSize', () => {
  it.each<[what: string, text: string, encoding: string, characters: number, segments: number]>([
    ['nothing', '', 'GSM-7', 0, 0],
    ['plain', 'Your verification code is: 123456', 'GSM-7', 33, 1],
    ['the most of one', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['one more', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['the most of two', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['one more', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['accents of the table', 'àéèìòùÄÖÑÜäöñüßÅåÆæØøÇ£¥§¿¡ΔΩ', 'GSM-7', 29, 1],
    ['line breaks', 'a\r\n@login.example.com #123456', 'GSM-7', 29, 1],
    ['80 of the extension', '€'.repeat(80), 'GSM-7', 80, 1],
    ['81 of the extension', '[]{}|~^\\€'.repeat(9), 'GSM-7', 81, 2],
    ['an escape that is not cut off', `${'a'.repeat(152)}€${'a'.repeat(153)}`, 'GSM-7', 306, 3],
    ['the same where it has room', `${'a'.repeat(151)}€${'a'.repeat(153)}`, 'GSM-7', 305, 2],
    ['a curly quote', 'Here’s 123456', 'UCS-2', 13, 1],
    ['small ç, which the table lacks', 'garçon', 'UCS-2', 6, 1],
    ['the most of one', '漢'.repeat(70), 'UCS-2', 70, 1],
    ['one more', '漢'.repeat(71), 'UCS-2', 71, 2],
    ['the most of two', '漢'.repeat(134), 'UCS-2', 134, 2],
    ['one more', '漢'.repeat(135), 'UCS-2', 135, 3],
    ['35 surrogate pairs', '🔑'.repeat(35), 'UCS-2', 35, 1],
    ['36 surrogate pairs', '🔑'.repeat(36), 'UCS-2', 36, 2],
    ['a pair that is not cut in two', `${'漢'.repeat(66)}🔑${'漢'.repeat(67)}`, 'UCS-2', 134, 3],
    ['an extended character within', `漢${'€'.repeat(69)}`, 'UCS-2', 70, 1],
    ['half a pair', '\ud83d', 'UCS-2', 1, 1],
  ])('%s: %s', (_what, text, encoding, characters, segments) => {
    expect(smsSize(text)).toMatchObject({ encoding, characters, segments });
  });

  it('names what GSM-7 lacks, once each', () => {
    expect(smsSize('“Hi” – it’s “you” €').foreign).toEqual(['“', '”', '–', '’']);
    expect(smsSize('it is [you] €').foreign).toEqual([]);
  });
});
