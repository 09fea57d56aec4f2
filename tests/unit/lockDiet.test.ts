import { describe, expect, it } from 'vitest';
import { collectHelpers, shareHelpers } from '../../src/pipeline/lock-diet/babelHelpers.ts';
import { dropIcons } from '../../src/pipeline/lock-diet/socialIcons.ts';

const icon = (provider: string) =>
  `.b[data-provider^=${provider}] .i { background-image: url("data:image/svg+xml;base64,AA"); }`;
const others = Array.from({ length: 30 }, (_, index) => `p${index}`);
const style = [...['google', 'github'], ...others].map(icon).join('\n');

describe('socialIcons', () => {
  it('keeps the icons of the connections that are named', () => {
    const slim = dropIcons(style, ['google-oauth2']);
    expect(slim).toContain(icon('google'));
    expect(slim).not.toContain('github');
  });

  it('keeps all of them without names', () => {
    expect(dropIcons(style, null)).toBe(style);
  });

  it('stops when there are too few', () => {
    expect(() => dropIcons(icon('google'), [])).toThrow(
      'The cut "socialIcons" expected at least 30 icons and found 1. Lock has changed',
    );
  });
});

describe('babelHelpers', () => {
  const helper = (name: string, body = 'return 1;') => `function ${name}() { ${body} }`;

  it('takes helpers from the shared module, after the directive', () => {
    const source = `"use strict";\n\n${helper('_a')}\nvar x = _a();`;
    expect(shareHelpers(source, new Map([['_a', 'h0']]))).toBe(
      `"use strict";\nvar { h0: _a } = require('lock-diet:babelHelpers');\n\n\nvar x = _a();`,
    );
  });

  it('leaves a module without helpers alone', () => {
    expect(shareHelpers('var x = 1;', new Map([['_a', 'h0']]))).toBe('var x = 1;');
  });

  it('stops when a helper differs from one module to the next, or when there are too few', () => {
    const differing = new Map([
      ['a.js', helper('_a')],
      ['b.js', helper('_a', 'return 2;')],
    ]);
    expect(() => collectHelpers(differing)).toThrow('expected _a in b.js to be the one of other modules');
    expect(() => collectHelpers(new Map([['a.js', helper('_a')]]))).toThrow(
      'expected at least 20 helpers and found 1',
    );
  });
});
