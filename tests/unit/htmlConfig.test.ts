import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import { expect, it } from 'vitest';
import { htmlConfig, htmlRule } from '../../src/pipeline/inspect/htmlRule.ts';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';

// The rule's thread does without html-validate's own checks of its configuration, so they are made here.
it('is a configuration that html-validate accepts', async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(htmlConfig));
  const page =
    '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><img src="x"><p id="a"></p><p id="a"></p></body></html>';
  const { results } = await validator.validateString(page);
  const messages = results.flatMap(({ messages: all }) => all.map(({ message }) => message));
  expect(messages.length).toBeGreaterThan(1);
  const findings = await htmlRule.check(await readPage(page));
  expect(findings.map(({ what }) => what.replace(/^Line \d+, column \d+: |\.$/g, ''))).toEqual(messages);
});
