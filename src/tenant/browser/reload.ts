// In login pages of `npm run dev`: loads the page again when there is a newer one, and shows over the last
// good one why there is none.
import { ProblemOverlay } from './ProblemOverlay.ts';
import { onTenantEvent } from './tenantEvents.ts';

const script = document.currentScript as HTMLScriptElement | null;
const own = Number(new URL(script?.src ?? location.href).searchParams.get('build'));
// The page's own bytes stay what they are for whatever looks at them.
script?.remove();

window.addEventListener('load', () => {
  const body = JSON.stringify({ build: own });
  const headers = { 'content-type': 'application/json' };
  fetch('/tenant/loaded', { method: 'POST', body, headers, keepalive: true }).catch(() => undefined);
});

const overlay = new ProblemOverlay();
onTenantEvent((event) => {
  if (event.type === 'problem') overlay.show(event.message);
  if (event.type !== 'page') return;
  // A tenant that was started anew counts from one again: any other build is a newer one.
  if (event.build !== own) location.reload();
  else overlay.hide();
});
