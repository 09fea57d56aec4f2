import { expect, it } from 'vitest';
import { defaultEmail } from '../../src/settings/tenant/defaultEmail.ts';
import { type ConnectionMessage, messageFault } from '../../src/settings/tenant/messageFault.ts';

const choosing = (en: string, es: string) =>
  `{% if request_language contains 'es' %}${es}{% else %}${en}{% endif %}`;

const sms = (syntax: ConnectionMessage['syntax'], text: string): ConnectionMessage => ({
  ...{ strategy: 'sms', method: 'code' },
  ...{ syntax, text },
});
const email = (method: ConnectionMessage['method'], text: string): ConnectionMessage => ({
  ...{ strategy: 'email', syntax: 'liquid' },
  ...{ method, text },
});

it.each<[ConnectionMessage, string | null]>([
  [sms('md_with_macros', 'Acme: @@password@@'), null],
  [sms('md_with_macros', 'Acme: {{ password }}'), 'syntax'],
  [sms('md_with_macros', 'Acme: {{ code }}'), 'syntax'],
  [sms('md_with_macros', 'Acme: @@code@@'), 'missing'],
  [sms('md_with_macros', 'Acme: @@ password @@'), 'missing'],
  [sms('md_with_macros', 'Acme: {{ oops'), 'missing'],
  [sms('md_with_macros', '{% if a %} @@password@@'), null],
  [sms('liquid', 'Acme: {{ password }}'), null],
  [sms('liquid', 'Acme: {{code}}'), null],
  [sms('liquid', '{{- code | upcase | append: "!" -}}'), null],
  [sms('liquid', '{{ "" | append: code }}'), null],
  [sms('liquid', '{% assign it = code %}{{ it }}'), null],
  [sms('liquid', '{% comment %}{{ code }}{% endcomment %}'), 'missing'],
  [sms('liquid', '{% raw %}{{ code }}{% endraw %}'), 'missing'],
  [sms('liquid', '{% if false %}{{ code }}{% endif %}'), 'missing'],
  [sms('liquid', '{{ codes }}'), 'missing'],
  [sms('liquid', '{{ "code" }}'), 'missing'],
  [sms('liquid', '{{ link }}'), 'missing'],
  [sms('liquid', 'Acme: @@password@@'), 'macro'],
  [sms('liquid', '{% if code %}{{ code }}'), 'mistake'],
  [sms('liquid', '{{ code | upcas }}'), 'mistake'],
  [sms('liquid', choosing('{{ code }}', 'Código: {{ code }}')), null],
  [sms('liquid', choosing('{{ code }}', 'Hola')), 'language'],
  [sms('liquid', choosing('Hello', '{{ code }}')), 'language'],
  [
    sms('liquid', "{% case request_language %}{% when 'es' %}Hola{% else %}{{ code }}{% endcase %}"),
    'language',
  ],
  [sms('liquid', "{% if 'es' == request_language %}Hola{% else %}{{ code }}{% endif %}"), 'language'],
  [
    sms(
      'liquid',
      "{% assign it = request_language | slice: 0, 2 %}{% if it == 'es' %}Hola{% else %}{{ code }}{% endif %}",
    ),
    'language',
  ],
  [sms('liquid', "{% if application.name == 'A' %}{{ code }}{% endif %}"), 'condition'],
  [sms('liquid', "{% if application.name == 'A' %}A{% else %}{{ code }}{% endif %}"), 'condition'],
  [sms('liquid', '{% if organization %}Hello{% else %}{{ code }}{% endif %}'), 'condition'],
  [sms('liquid', '{{ code | slice: 0, 3 }}-{{ code | slice: 3, 3 }}'), null],
  [sms('liquid', "{{ code | split: '' | join: ' ' }}"), null],
  [sms('liquid', '{{ code | slice: 0, 2 }}'), 'missing'],
  [sms('liquid', '{{ code | size }}'), 'missing'],
  [email('code', '{% for place in (0..5) %}<b>{{ code | slice: place }}</b>{% endfor %}'), null],
  [email('link', '<a href="https://example.com/?to={{ link | url_encode }}">Log in</a>'), null],
  [email('code', '{{ code }}'), null],
  [email('code', '{{ link }}'), 'method'],
  [email('link', '{{ link }}'), null],
  [email('link', '<a href="{{ link | escape }}">Log in</a>'), null],
  [email('link', '{{ code }}'), 'method'],
  [email('link', 'Hello'), 'missing'],
  [email('code', '{% if send == "link" %}{{ link }}{% else %}{{ code }}{% endif %}'), null],
  [email('link', '{% if send == "link" %}{{ link }}{% else %}{{ code }}{% endif %}'), null],
  [email('code', '{{ password }}'), 'missing'],
  [email('code', defaultEmail('code').body), null],
  [email('link', defaultEmail('link').body), null],
  [email('link', defaultEmail('code').body), 'method'],
  [{ ...email('code', '@@password@@'), syntax: 'md_with_macros' }, 'macro'],
  [{ ...email('link', '@@password@@'), syntax: 'md_with_macros' }, 'method'],
])('%j: %s', (message, is) => expect(messageFault(message)?.is ?? null).toBe(is));
