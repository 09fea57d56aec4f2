import { describe, expect, it } from 'vitest';
import { liquidMistakes, mistakeText, renderLiquid } from '../../src/settings/tenant/liquid.ts';
import { emailVariables } from '../../src/settings/tenant/messageVariables.ts';

const values = {
  ...{
    code: '123456',
    request_language: 'fr-CA,fr;q=0.9',
    send: 'link',
    link: 'https://localhost/x?a=1&b=2',
  },
  ...{ application: { name: 'Acme & Sons' }, user: { email: 'zoe@example.com' } },
};
const render = (template: string) => renderLiquid(template, values, emailVariables);

describe('renderLiquid', () => {
  it.each([
    ['{{ code }}', '123456'],
    ['{{- code -}} !', '123456!'],
    ['{{ application.name | escape }}', 'Acme &amp; Sons'],
    [
      "{% if request_language contains 'fr' %}A{% elsif request_language contains 'es' %}B{% else %}C{% endif %}",
      'A',
    ],
    ['{% unless organization %}none{% endunless %}', 'none'],
    ['{% case send %}{% when "link" %}{{ link }}{% else %}{{ code }}{% endcase %}', values.link],
    ['{% assign n = code | slice: 0, 3 %}{{ n }}-{{ code | slice: 3, 3 }}', '123-456'],
    ['{% for i in (1..3) %}{{ forloop.index }}{% endfor %}', '123'],
    ['{% raw %}{{ code }}{% endraw %}{% comment %}{{ code }}{% endcomment %}', '{{ code }}'],
    ['{{ code.size }}{{ operation }}', '6'],
    ['{% if nothing.of.ours %}A{% else %}B{% endif %}', 'B'],
  ])('%s', (template, text) => {
    expect(render(template)).toEqual({ text, mistakes: [] });
  });

  it('sees nothing of a prototype', () => {
    for (const path of [
      'code.constructor',
      'application.__proto__',
      'application.constructor.name',
      'user["toString"]',
    ]) {
      expect(render(`[{{ ${path} }}]`).text, path).toBe('[]');
    }
  });

  it('shows what there is, where a template asks', () => {
    expect(render('{% debug %}').text).toContain('"name": "Acme & Sons"');
  });

  it.each([
    ['a range without end', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['loops in loops', '{% for a in (1..9999) %}{% for b in (1..9999) %}{{ code }}{% endfor %}{% endfor %}'],
    [
      'a text that doubles',
      '{% assign x = "xx" %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}',
    ],
    ['tags in tags', `${'{% if code %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`],
  ])('ends %s', (_what, template) => {
    const { text, mistakes } = render(template);
    expect(text).toBeNull();
    expect(mistakes.map(({ what }) => what)).toEqual([
      expect.stringContaining('takes too long or prints too much'),
    ]);
  });
});

describe('liquidMistakes', () => {
  it.each([
    ['Hi {{ code', '1:4', '{{ code is never closed. Add }}'],
    ['Hi {% if code', '1:4', '{% if code is never closed. Add %}'],
    ['\n {% if code %}x', '2:2', '{% if code %} is never closed. Add {% endif %}'],
    ['{% for i in (1..2) %}', '1:1', '{% for i in (1..2) %} is never closed. Add {% endfor %}'],
    ['{% raw %}{{ code }}', '1:10', '{% raw %} is never closed. Add {% endraw %}'],
    ['{{ code }}{% endif %}', '1:11', '{% endif %} is in no tag that it could belong to'],
    ['{% else %}', '1:1', '{% else %} is in no tag that it could belong to'],
    ['{{ code | uppcase }}', '1:1', 'no filter called "uppcase". Did you mean "upcase"?'],
    ['{% iff code %}', '1:1', 'no tag called "iff". Did you mean "if"?'],
    ["{% include 'footer' %}", '1:1', '{% include %} reads another template'],
    ["{% render '/etc/passwd' %}", '1:1', '{% render %} reads another template'],
    ["{% layout '../x' %}", '1:1', '{% layout %} reads another template'],
    ['{{ }}', '1:4', 'Invalid value expression'],
    ['\r\n{{ user.emial }}', '2:4', 'no "user.emial", so it prints nothing. Did you mean "user.email"?'],
    ['{{ password }}', '1:4', 'no "password", so it prints nothing. Its variables are code, link'],
    ['{% if request_langauge == "fr" %}{% endif %}', '1:7', 'Did you mean "request_language"?'],
  ])('%s', (template, place, what) => {
    const [first] = liquidMistakes(template, emailVariables);
    expect(first && `${first.line}:${first.column}`).toBe(place);
    expect(first && mistakeText(first)).toContain(what);
  });

  it('are told all at once where they stop nothing', () => {
    expect(liquidMistakes('{{ a }}\n{{ code }}{{ b }}', emailVariables).map(({ line }) => line)).toEqual([
      1, 2,
    ]);
  });
});
