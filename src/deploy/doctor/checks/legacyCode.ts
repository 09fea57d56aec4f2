import { oneLine } from '../../../settings/oneLine.ts';
import type { Check } from '../Check.ts';
import { type Outcome, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/troubleshoot/product-lifecycle/deprecations-and-migrations */
export const legacyCode: Check = {
  id: 'legacy-code',
  area: 'login',
  right: 'No rule or hook is enabled: they stopped running on 2026-11-18, and Actions took their place',
  scopes: ['read:rules', 'read:hooks'],
  look: ({ rules, hooks }) => {
    const both = [rules, hooks];
    const names = both.flatMap((answer) => (answer.known ? answer.value : []));
    const notKnown = both.flatMap((answer) => whenKnown(answer, () => []));
    if (names.length > 0) return [enabled(names), ...notKnown];
    return notKnown.length > 0 ? notKnown : [ok(null, 'No rule or hook is enabled.')];
  },
};

function enabled(names: readonly string[]): Outcome {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(oneLine(name, 40)));
  const which = shown.join(', ') + (names.length > shown.length ? ', …' : '');
  const [are, did] = names.length === 1 ? ['is', 'it did'] : ['are', 'they did'];
  return warning(
    null,
    `${which} ${are} enabled, and no rule or hook has run since 2026-11-18: what ${did} at a login does not happen.`,
    {
      dashboard: 'Actions > Triggers > post-login: do there what is still needed; then turn these off.',
      command: 'npm run doctor',
      note: 'afterwards, to look again',
    },
  );
}
