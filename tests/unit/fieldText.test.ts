import { describe, expect, it } from 'vitest';
import { asciiDigits } from '../../src/page/markup/asciiDigits.ts';
import { plainCode } from '../../src/page/markup/plainCode.ts';
import { plainEmail } from '../../src/page/markup/plainEmail.ts';
import { visibleText } from '../../src/page/markup/visibleText.ts';

/** Every code point but surrogates. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('asciiDigits', () => {
  it('knows the digits of every script that Node knows, and changes nothing else', () => {
    const digits = CHARACTERS.filter((it) => /\p{Nd}/u.test(it));
    expect(digits.length % 10).toBe(0);
    // Unicode keeps each set together and in order, from zero to nine.
    expect(asciiDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
    const others = CHARACTERS.filter((it) => !/[\p{Nd}\p{Cn}]/u.test(it)).join('');
    expect(asciiDigits(others) === others).toBe(true);
  });
});

describe('visibleText', () => {
  it('drops what Unicode calls ignorable, and control characters', () => {
    // But for those of U+FFF0 to U+FFFB and of the tags that no character has been given to.
    const invisible = CHARACTERS.filter((it) => /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(it));
    expect(visibleText(invisible.join('')).trim()).toBe('');
    const visible = CHARACTERS.filter((it) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(it))
      .filter((it) => !/\p{Default_Ignorable_Code_Point}|\ufffc/u.test(it))
      .join('');
    expect(visibleText(visible) === visible).toBe(true);
  });

  it('makes spaces of all white space', () =>
    expect(visibleText('a\u00a0b\tc\u3000d\u2003e')).toBe('a b c d e'));
});

describe('plainCode', () => {
  it.each([
    ['123456', '123456'],
    ['012345', '012345'],
    ['123 456', '123456'],
    ['1 2 3 4 5 6', '123456'],
    ['12-34-56', '123456'],
    ['123\u2013456', '123456'],
    ['123.456', '123456'],
    ['123·456', '123456'],
    ['123_456', '123456'],
    ['#123456', '123456'],
    ['(123) 456.', '123456'],
    ['“123456”', '123456'],
    ['\u202a123\u00a0456\u202c', '123456'],
    ['1\u200b2\u00ad3456', '123456'],
    ['１２３－４５６', '123456'],
    ['「１２３４５６」', '123456'],
    ['٤١٢٣٤٥', '412345'],
    ['۴۱۲ ۳۴۵', '412345'],
    ['४१२३४५', '412345'],
    ['𝟒𝟏𝟐𝟑𝟒𝟓', '412345'],
    ['Your code is 123456. It expires in 3 minutes', '123456'],
    ['Your code is 123456.\nIt expires in 3 minutes.', '123456'],
    ['Your code is: 123 456. It is valid for 180 seconds.', '123456'],
    ['Your verification code is 123-456', '123456'],
    ['3 minutes left for 123456', '123456'],
    ['G-123456 is your code.', '123456'],
    ['123456 is your code. Call +1 415 555 0100 for help.', '123456'],
    ['Acme 24: your code is 1234, valid for 3 minutes', '1234'],
    ['Tu código es 12345678. Caduca en 10 minutos.', '12345678'],
    ['認証コードは１２３４５６です。有効期限は3分です。', '123456'],
    ['رمزك هو ٤١٢٣٤٥. تنتهي صلاحيته خلال ٣ دقائق', '412345'],
    ['आपका कोड ४१२३४५ है', '412345'],
    ['Your code is 1234.\n\n@login.example.com #123456', '123456'],
    ['2 codes: 123456', '123456'],
    ['Code 1234 30 minutes', '1234'],
    ['Code 12 345 6', '123456'],
    ['1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e3', '123456'],
    ['１２３ー４５６', '123456'],
    ['123،456', '123456'],
    ['123−456', '123456'],
    ['12a', '12'],
    ['abc', 'abc'],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(plainCode(text)).toBe(expected));

  it('takes a code as it is typed', () => {
    let typed = '';
    for (const key of '123 456') typed = plainCode(typed + key);
    expect(typed).toBe('123456');
  });
});

describe('plainEmail', () => {
  it.each([
    ['zoe@example.com', 'zoe@example.com'],
    ['  zoe@example.com\u00a0', 'zoe@example.com'],
    ['ｚｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'zoe@example.com'],
    ['zoe@example。com', 'zoe@example.com'],
    ['zoe＠example｡com', 'zoe@example.com'],
    ['zoe﹫example﹒com', 'zoe@example.com'],
    ['zoe１２@example.com', 'zoe12@example.com'],
    ['\u200ezoe@exa\u00admple.com\u202c', 'zoe@example.com'],
    ['zoe@\u200bexample.com\ufeff', 'zoe@example.com'],
    ['zoe @ example.com', 'zoe@example.com'],
    ['mailto:zoe@example.com', 'zoe@example.com'],
    ['MAILTO:zoe%2Bnews@example.com?subject=Hi%20there', 'zoe+news@example.com'],
    ['mailto:%zz@example.com', '%zz@example.com'],
    ['<zoe@example.com>', 'zoe@example.com'],
    ['Zoe <zoe@example.com>', 'zoe@example.com'],
    ['"Doe, Zoe" <zoe@example.com>,', 'zoe@example.com'],
    ['Zoe＜zoe@example.com＞', 'zoe@example.com'],
    ['(zoe@example.com)', 'zoe@example.com'],
    ["'zoe@example.com'", 'zoe@example.com'],
    ['“zoe@example.com”', 'zoe@example.com'],
    ['「zoe@example.com」', 'zoe@example.com'],
    ['zoe@example.com.', 'zoe@example.com'],
    ['zoe@example.com;', 'zoe@example.com'],
    ['Email: zoe@example.com', 'zoe@example.com'],
    ['o’hara@example.com', 'o’hara@example.com'],
    ["o'hara@example.com", "o'hara@example.com"],
    [
      'first.last+tag_x{y}=z/?!#$%&*~^|@sub.example.co.uk',
      'first.last+tag_x{y}=z/?!#$%&*~^|@sub.example.co.uk',
    ],
    ['zoë@exämple.com', 'zoë@exämple.com'],
    ['"zoe doe"@example.com', '"zoe doe"@example.com'],
    ['zoe@example.com, ann@example.com', 'zoe@example.com, ann@example.com'],
    ['zoe@example', 'zoe@example'],
    ['nobody', 'nobody'],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(plainEmail(text)).toBe(expected));
});
