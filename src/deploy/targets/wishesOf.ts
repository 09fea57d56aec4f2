import type { WantedPage } from '../PlannedChange.ts';
import type { Wish } from '../planChanges.ts';
import type { Tenants } from '../Tenants.ts';
import type { Target } from './Target.ts';

/** What is wanted at each target. */
export function wishesOf(
  targets: readonly Target[],
  tenants: Tenants,
  pageNamed: (page: string) => WantedPage,
): Wish[] {
  return targets.map(({ credentials, application, page }) => {
    const tenant = tenants.of(credentials);
    const { applications } = tenant;
    return {
      tenant,
      place: () => (application === null ? applications.tenantWide() : applications.placeOf(application)),
      page: pageNamed(page),
    };
  });
}
