import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';

/** The page that a visitor sees when a login cannot go on, as Auth0's says it: what, and in which words. */
export function errorPage(error: string, description: string): string {
  const title = error === 'not_built' ? 'This page cannot be built' : 'Oops!, something went wrong';
  return document({
    title,
    body: `<main class="narrow">
<h1>${title}</h1>
<p class="letter">${escapeHtml(description)}</p>
<p class="quiet"><code>${escapeHtml(error)}</code></p>
<p><a href="/tenant">Back to the local tenant</a></p>
</main>`,
  });
}
