import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { urlProblems } from '../urlProblems.ts';
import { whenKnown } from '../whenKnown.ts';

/** Where a login may lead back to. */
export const applicationCallbacks: Check = {
  id: 'application-callbacks',
  area: 'applications',
  right: 'The application allows callback URLs, whole ones, by https, of no wildcard and not of localhost',
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) => {
        const { name, callbacks } = application;
        const good = callbacks.filter((url) => urlProblems(url).length === 0);
        const fix = {
          ...changeApplication(application, 'Application URIs > Allowed Callback URLs', {
            callbacks: good.length > 0 ? good : ['https://app.example.com/callback'],
          }),
          note: `it replaces all: name ${good.length > 0 ? 'all that you need' : "your application's own there"}`,
        };
        if (callbacks.length === 0)
          return failed(name, 'It allows no callback URL: each login ends in “Callback URL mismatch”.', fix);
        const problems = callbacks.flatMap(urlProblems);
        return problems.length === 0
          ? ok(
              name,
              `It allows ${callbacks.length === 1 ? 'one callback URL' : `${callbacks.length} callback URLs`}.`,
            )
          : warning(name, problems.join(' '), fix);
      }),
    ),
};
