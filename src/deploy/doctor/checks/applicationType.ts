import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

const PEOPLE: Readonly<Record<string, string>> = {
  spa: 'a single-page application',
  regular_web: 'a regular web application',
  native: 'a native application',
};

/** People log in to it. */
export const applicationType: Check = {
  id: 'application-type',
  area: 'applications',
  right: 'The application is a single-page, a regular web or a native one, not machine to machine',
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) => {
        const { name, type } = application;
        const fix = changeApplication(application, 'Application Properties > Application Type', {
          app_type: 'spa',
        });
        if (type === null) return warning(name, 'It has no type: Auth0 then guesses what it may do.', fix);
        const kind = PEOPLE[type];
        return kind === undefined
          ? failed(name, `Its type is ${type}: no person logs in to it.`, fix)
          : ok(name, `It is ${kind}.`);
      }),
    ),
};
