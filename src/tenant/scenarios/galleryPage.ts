import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { NamedScenario } from './NamedScenario.ts';

/** What of a scenario is told elsewhere on its card. */
const SHOWN = ['name', 'title', 'about', 'group', 'steps', 'ends'];

/** The gallery: every scenario, each a link to the live page. */
export function galleryPage(scenarios: readonly NamedScenario[]): string {
  const groups = [...new Set(scenarios.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const cards = scenarios.filter((scenario) => scenario.group === group).map(card);
    return `<section><h2>${escapeHtml(group)}</h2><ul class="cards">${cards.join('\n')}</ul></section>`;
  });
  return document({
    title: 'Scenarios',
    current: '/tenant',
    body: `<main>
<h1>Your login page, in every situation</h1>
<p>A local stand-in for an Auth0 tenant. Each scenario opens your own page, live: log in with any phone number or
address; the codes are in the <a href="/tenant/outbox">outbox</a>. To log in to an application, use the
<a href="/app">sample app</a>. Pictures of all of them: <code>npm run gallery</code>.</p>
${sections.join('\n')}
</main>`,
  });
}

function card(scenario: NamedScenario): string {
  const { name, title, about, steps = [] } = scenario;
  const details = Object.fromEntries(Object.entries(scenario).filter(([key]) => !SHOWN.includes(key)));
  const todo =
    steps.length === 0
      ? ''
      : `<p class="quiet">You: ${steps.map((step) => step.replaceAll('-', ' ')).join(', ')}.</p>`;
  const data =
    Object.keys(details).length === 0
      ? ''
      : `<details><summary>What it is made of</summary><pre>${escapeHtml(JSON.stringify(details, shown, 2))}</pre></details>`;
  return `<li class="card"><h3><a href="/tenant/scenarios/${escapeHtml(name)}">${escapeHtml(title)}</a></h3><p>${escapeHtml(about)}</p>${todo}${data}</li>`;
}

/** JSON has no `undefined`, which takes something away here. */
const shown = (_name: string, value: unknown): unknown => (value === undefined ? '(taken away)' : value);
