import { nearestName } from '../../settings/nearestName.ts';
import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { NamedScenario } from './NamedScenario.ts';

/** What a misspelt address of a scenario shows: the nearest one, and those that begin alike. */
export function noScenarioPage(name: string, scenarios: readonly NamedScenario[]): string {
  const nearest = nearestName(
    name,
    scenarios.map((scenario) => scenario.name),
  );
  const [beginning = ''] = name.toLowerCase().split('-');
  const like = scenarios.filter(
    (scenario) => scenario.name === nearest || (beginning !== '' && scenario.name.startsWith(beginning)),
  );
  // The nearest first; a sort keeps the others' order.
  like.sort((a, b) => Number(b.name === nearest) - Number(a.name === nearest));
  const links = like.map(
    (scenario) =>
      `<li><a href="/tenant/scenarios/${escapeHtml(scenario.name)}">${escapeHtml(scenario.name)}</a>: ${escapeHtml(scenario.title)}</li>`,
  );
  return document({
    title: 'No such scenario',
    body: `<main class="narrow"><h1>No such scenario</h1>
<p>There is none called <q>${escapeHtml(name)}</q>.${links.length === 0 ? '' : ' Did you mean one of these?'}</p>
${links.length === 0 ? '' : `<ul>${links.join('\n')}</ul>`}
<p><a href="/tenant">All scenarios</a></p></main>`,
  });
}
