import { describe, expect, it } from 'vitest';
import { toEsModule } from '../../src/pipeline/lock-diet/esModules.ts';

const AT = 'core/index.js';
const HEAD = '"use strict";\n\nObject.defineProperty(exports, "__esModule", {\n  value: true\n});\n';

describe('toEsModule', () => {
  it.each<[name: string, source: string, expected: string]>([
    [
      'a function that is hoisted',
      'exports.go = go;\nfunction go() {}\n',
      '\nfunction go() {}\n\nexport { go };\n',
    ],
    [
      'a default that is declared first',
      'exports.default = void 0;\nvar _default = exports.default = 1;\n',
      '\nvar _default = 1;\n\nexport { _default as default };\n',
    ],
    [
      'several that are declared first',
      'exports.b = exports.a = void 0;\nvar a = exports.a = 1;\nvar b = exports.b = 2;\n',
      '\nvar a = 1;\nvar b = 2;\n\nexport { a, b };\n',
    ],
    [
      'one within a list of variables',
      'exports.reset = void 0;\nvar _f = f(),\n  reset = exports.reset = _f.reset;\n',
      '\nvar _f = f(),\n  reset = _f.reset;\n\nexport { reset };\n',
    ],
    ['an import', 'var _a = require("./a");\n', '\nimport * as _a from "./a";\n'],
    [
      'an import of a default',
      'var _a = _interopRequireDefault(require("trim"));\n',
      '\nimport * as _a from "trim";\n',
    ],
    [
      'an import of a namespace',
      'var l = _interopRequireWildcard(require("../core/index"));\n',
      '\nimport * as l from "../core/index";\n',
    ],
    [
      'an import of CommonJS',
      "var Plugin = require('x/y.min.js');\n",
      '\nimport * as Plugin from "x/y.min.js";\n',
    ],
    [
      'shared helpers',
      "var { h0: _a, h1: _b } = require('lock-diet:babelHelpers');\n",
      '\nimport { h0 as _a, h1 as _b } from "lock-diet:babelHelpers";\n',
    ],
    [
      'a comment that speaks of require()',
      '// require() used intentionally: exports\nvar a = 1;\n',
      '\n// require() used intentionally: exports\nvar a = 1;\n',
    ],
  ])('rewrites %s', (_name, source, expected) => {
    expect(toEsModule(HEAD + source, AT)).toBe(expected);
  });

  it.each<[name: string, source: string, what: string]>([
    ['a require within a function', 'function f() { return require("./a"); }\n', 'require("./a"); }'],
    ['an export of another shape', 'exports["a-b"] = 1;\n', 'exports["a-b"] = 1;'],
    ['all exports at once', 'module.exports = exports.default;\n', 'exports = exports.default;'],
  ])('stops at %s', (_name, source, what) => {
    expect(() => toEsModule(HEAD + source, AT)).toThrow(
      `The cut "esModules" does not know what this in core/index.js is: ${what}. Lock has changed: look at src/pipeline/lock-diet/esModules.ts before you trust the page. Until then, lock.diet: { esModules: false } leaves it out.`,
    );
  });
});
