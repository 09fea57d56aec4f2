import type { Difference } from './differences.ts';
import type { SetupPlan } from './SetupPlan.ts';

/** A plan as it is printed: what is changed, then each value. */
export function planText(plan: SetupPlan): string {
  const lines = plan.flatMap(({ of, differences }, index) => [
    ...(plan[index - 1]?.of === of ? [] : [`  ${of}`]),
    ...differences.map(line),
  ]);
  return lines.join('\n');
}

function line({ path, before, after }: Difference): string {
  const change = before === null ? after : `${before} -> ${after}`;
  return path === '' ? `    ${change}` : `    ${path}: ${change}`;
}
