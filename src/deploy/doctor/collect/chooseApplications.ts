import { oneLine } from '../../../settings/oneLine.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { Applications, type ListedApplication } from '../../pages/Applications.ts';
import { type Answer, both, mapAnswer } from '../Answer.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { sending } from '../methods.ts';
import { answerOf } from './answerOf.ts';

/** An application that is to be looked at. */
export interface ChosenApplication {
  id: string;
  name: string;
}

/**
 * Which applications to look at: the one that was named, else all that have a passwordless connection enabled.
 *
 * @param wanted - a name or an id; `undefined`: all of those
 * @throws UserError when there is none of that name, or several
 */
export async function chooseApplications(
  api: ManagementApi,
  wanted: string | undefined,
  connections: Answer<readonly PasswordlessConnection[]>,
): Promise<Answer<readonly ChosenApplication[]>> {
  const applications = new Applications(api);
  const of = { domain: api.domain, scope: 'read:clients' };
  if (wanted !== undefined) return answerOf(of, async () => [chosen(await applications.named(wanted))]);
  const all = await answerOf(of, () => applications.all());
  return mapAnswer(both(connections, all), ([those, them]) => {
    const enabled = new Set(sending(those).flatMap(({ clients }) => clients));
    return them.filter(({ client_id }) => enabled.has(client_id)).map(chosen);
  });
}

const chosen = ({ client_id: id, name }: ListedApplication): ChosenApplication => ({
  id,
  name: oneLine(name, 60) || oneLine(id, 60),
});
