import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';

/** The page that a visitor sees when a login cannot go on, as Auth0's says it: what, and in which words. */
export function errorPage(error: string, description: string): string {
  return document({
    title: 'Oops!, something went wrong',
    body: `<main class="narrow">
<h1>Oops!, something went wrong</h1>
<p>${escapeHtml(description)}</p>
<p class="quiet"><code>${escapeHtml(error)}</code></p>
<p><a href="/tenant">Back to the local tenant</a></p>
</main>`,
  });
}
