import { nearestName } from '../../../settings/nearestName.ts';
import { UserError } from '../../../settings/UserError.ts';
import { type Answer, both, mapAnswer } from '../Answer.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { sending } from '../methods.ts';
import type { ListedApplication } from './listApplications.ts';

/**
 * Which applications to look at: the one that was named, else all that have a passwordless connection enabled.
 *
 * @param wanted - a name or an id; `undefined`: all of those
 * @throws UserError when there is none of that name, or several
 */
export function chooseApplications(
  wanted: string | undefined,
  all: Answer<readonly ListedApplication[]>,
  connections: Answer<readonly PasswordlessConnection[]>,
): Answer<readonly ListedApplication[]> {
  if (wanted !== undefined) return mapAnswer(all, (them) => [named(wanted, them)]);
  return mapAnswer(both(connections, all), ([those, them]) => {
    const enabled = new Set(sending(those).flatMap(({ clients }) => clients));
    return them.filter(({ id }) => enabled.has(id));
  });
}

function named(wanted: string, all: readonly ListedApplication[]): ListedApplication {
  const byId = all.find(({ id }) => id === wanted);
  if (byId !== undefined) return byId;
  const [found, ...others] = all.filter(({ name }) => name === wanted);
  if (found === undefined) {
    const names = all.map(({ name }) => name);
    const nearest = nearestName(wanted, names);
    throw new UserError(
      `The tenant has no application with the name or id ${JSON.stringify(wanted)}.${nearest === null ? '' : ` Did you mean ${JSON.stringify(nearest)}?`}\nIt has ${names.slice(0, 20).join(', ') || 'none'}.`,
      2,
    );
  }
  if (others.length === 0) return found;
  throw new UserError(
    `The tenant has ${others.length + 1} applications with the name ${JSON.stringify(wanted)}.\nGive the id of the one that you mean: ${[found, ...others].map(({ id }) => id).join(', ')}`,
    2,
  );
}
