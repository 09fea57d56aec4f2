import { fewAtOnce } from '../../../pipeline/fewAtOnce.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, known, type Unanswered } from '../Answer.ts';
import type { ChosenApplication } from './chooseApplications.ts';
import { type ReadApplication, readApplication } from './readApplication.ts';

export type { ReadApplication };

const AT_ONCE = 4;

/** Each application as `readApplication` has it, in the order of the list; or why one is not known. */
export async function readApplications(
  api: ManagementApi,
  listed: readonly ChosenApplication[],
): Promise<Answer<readonly ReadApplication[]>> {
  const read = new Map<string, ReadApplication>();
  const unanswered: Unanswered[] = [];
  await fewAtOnce(listed, AT_ONCE, async (application) => {
    const answer = await readApplication(api, application);
    if (answer.known) read.set(application.id, answer.value);
    else unanswered.push(answer);
  });
  return unanswered[0] ?? known(listed.flatMap(({ id }) => read.get(id) ?? []));
}
