import { relative, resolve } from 'node:path';
import { applyChanges } from '../deploy/applyChanges.ts';
import { savePage } from '../deploy/backups/savePage.ts';
import { commitOf } from '../deploy/commitOf.ts';
import type { PlannedChange } from '../deploy/PlannedChange.ts';
import { placeName } from '../deploy/pages/Place.ts';
import { guardedText } from '../deploy/report/changeText.ts';
import { MOST_SHOWN, plannedText } from '../deploy/report/plannedText.ts';
import { planReport } from '../deploy/report/planReport.ts';
import { writeReport } from '../deploy/report/writeReport.ts';
import { UserError } from '../settings/UserError.ts';
import type { ApplyRequest } from './arguments/applyArguments.ts';
import { wrongUsage } from './arguments/Values.ts';
import { INTERRUPTED } from './interrupted.ts';
import type { Surroundings } from './Surroundings.ts';

/** What `deploy` and `restore` have in common on the command line. */
export interface CarryOutRequest extends ApplyRequest {
  command: 'deploy' | 'restore';
  report: string | undefined;
}

/** @throws UserError where `--apply` would have to ask, and nobody can answer */
export function mustBeAnswerable(
  { apply, yes }: Pick<ApplyRequest, 'apply' | 'yes'>,
  { confirm }: Surroundings,
): void {
  if (!apply || yes || confirm !== null) return;
  throw wrongUsage('--apply asks before it writes, and there is no terminal to ask at: add --yes');
}

/**
 * Shows what is planned, writes the report, and with `--apply` asks once and carries it out.
 *
 * @param backups - folder of the saved pages, absolute
 * @param verify - looks at a result in a browser
 * @returns the exit code
 */
export async function carryOut(
  surroundings: Surroundings,
  request: CarryOutRequest,
  changes: readonly PlannedChange[],
  { backups, verify }: { backups: string; verify?: ((change: PlannedChange) => Promise<void>) | undefined },
): Promise<number> {
  const { root, cwd, print, printError, progress, interrupted, confirm } = surroundings;
  print(plannedText(changes));
  if (request.report !== undefined) {
    const file = resolve(cwd, request.report);
    await writeReport(file, planReport(`Plan of npm run ${request.command}`, changes));
    print(`\nThe whole difference: ${relative(cwd, file)}`);
  }
  const wanted = changes.filter(({ kind }) => kind !== 'none');
  if (wanted.length === 0) {
    print('\nNothing to do.');
    return 0;
  }
  const refused = wanted.filter(({ needsForce }) => needsForce && !request.force);
  if (refused.length > 0) {
    const what = new Set(refused.map(({ origin }) => guardedText(origin)));
    const where = refused.slice(0, 3).map(({ place }) => placeName(place));
    throw new UserError(
      `Refused: ${[...what].join(', or ')} is live (${where.join('; ')}${refused.length > 3 ? '; …' : ''}), and would be replaced. Nothing was written.\nTo replace it all the same, add --force: it is saved before.`,
    );
  }
  if (!request.apply) {
    print('\nDry run: nothing was written. To write it, add --apply.');
    return 0;
  }
  const answer = request.yes || confirm === null || (await confirm(`\n${question(wanted)}`));
  if (answer === null) {
    printError('\nInterrupted: nothing was written.');
    return INTERRUPTED;
  }
  if (!answer) {
    print('Not confirmed: nothing was written.');
    return 1;
  }
  let isInterrupted = false;
  interrupted().then(() => {
    isInterrupted = true;
    printError(
      '\nInterrupted: what was begun is written, checked, and if need be put back; nothing more is begun.',
    );
  });
  const commit = await commitOf(root);
  const pathOf = ({ id }: { id: string }) => relative(cwd, resolve(backups, `${id}.html`));
  const { done, failures } = await applyChanges(wanted, {
    save: ({ place, page: { sha256, what } }, live) =>
      savePage(backups, place, live, { sha256, what, commit }),
    pathOf,
    verify,
    onDone: ({ place }, saved, count) => {
      progress(`${count} of ${wanted.length}  ${placeName(place)}`);
      if (wanted.length > MOST_SHOWN) return;
      progress(null);
      print(`${placeName(place)}: done, read back and the same. Saved before: ${pathOf(saved)}`);
    },
    isOver: () => isInterrupted,
  });
  progress(null);
  for (const message of new Set(failures.map((it) => it.message))) printError(message);
  const left = wanted.length - done - failures.length;
  if (wanted.length > 1 || left > 0) {
    const begun = isInterrupted && left > 0 ? 'Interrupted: ' : '';
    const goOn = left > 0 ? ' Run the command again to go on.' : '';
    print(`${begun}${done} done, ${failures.length} failed, ${left} not begun.${goOn}`);
  }
  if (failures.length > 0) return 1;
  return left > 0 ? INTERRUPTED : 0;
}

function question(wanted: readonly PlannedChange[]): string {
  const [first] = wanted;
  if (first !== undefined && wanted.length === 1) return `Write this page to ${placeName(first.place)}?`;
  const domains = [...new Set(wanted.map(({ place }) => place.domain))];
  return `Write ${wanted.length} pages to ${domains.join(', ')}?`;
}
