import { describe, expect, it } from 'vitest';
import { emailDocument } from '../../src/tenant/outbox/emailDocument.ts';
import { emailText } from '../../src/tenant/outbox/emailText.ts';

describe('emailText', () => {
  it.each([
    ['<p>Hello</p><p>Your code:\n   <b>123456</b></p>', 'Hello\n\nYour code: 123456'],
    [
      '<html><head><title>T</title><style>p{}</style></head><body>A<script>x()</script><!-- B --></body></html>',
      'A',
    ],
    ['<a href="https://x.test/?a=1&amp;b=2">Log in</a>', 'Log in (https://x.test/?a=1&b=2)'],
    ['<a href="https://x.test/">https://x.test/</a> <a name="top">Top</a>', 'https://x.test/ Top'],
    ['<a href="https://x.test/"><img src="i.png"></a>', 'https://x.test/'],
    ['<img src="logo.png" alt="Acme">1<br>2', 'Acme1\n2'],
    [
      '<table><tr><td>Code</td><td>123456</td></tr><tr><td>For</td><td>Acme</td></tr></table>',
      'Code 123456\n\nFor Acme',
    ],
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(emailText(html)).toBe(text);
  });
});

describe('emailDocument', () => {
  it.each(['plain', '<p>x', '<!DOCTYPE html><html><head><title>x</title></head><body>y</body></html>'])(
    'has its policy before anything else: %s',
    (html) => {
      expect(emailDocument(html)).toMatch(
        /^(?:<!DOCTYPE html>)?<html><head><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><base target="_blank">/,
      );
    },
  );
});
