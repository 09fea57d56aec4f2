import { UserError } from '../settings/UserError.ts';
import { ApiFailure } from './api/ApiFailure.ts';
import type { ManagementApi } from './api/ManagementApi.ts';
import { sleep } from './api/sleep.ts';
import type { SavedPage } from './backups/SavedPage.ts';
import { judgeReadBack } from './pages/judgeReadBack.ts';
import { type Fingerprint, fingerprint, isSamePage, type LivePage } from './pages/LivePage.ts';
import { type Place, placeName } from './pages/Place.ts';
import { readLivePage } from './pages/readLivePage.ts';
import { writeLivePage } from './pages/writeLivePage.ts';

/** One page to replace. */
export interface Replacement {
  api: ManagementApi;
  place: Place;
  /** What was live when the change was shown. */
  shown: Fingerprint;
  wanted: LivePage;
  /** Saves the page that is live; without it nothing is written. */
  save: (live: LivePage) => Promise<SavedPage>;
  /** Path of a saved page, for messages. */
  pathOf: (saved: SavedPage) => string;
  /** Looks at the result, in a browser say; throws a UserError when it does not work. */
  verify?: () => Promise<void>;
  /** Milliseconds between reads of a page that is not yet the one that was written. */
  pauses?: readonly number[];
}

/** A tenant may answer from a copy for a moment. */
const PAUSES = [500, 1_500];

/**
 * Replaces a page: checks that it is still the one that was shown, saves it, writes, reads back, compares
 * byte for byte, and puts the old one back when the new one has not arrived whole, or does not work.
 *
 * @returns the saved page
 * @throws UserError that says which page is live, and where the old one is
 */
export async function replacePage(replacement: Replacement): Promise<SavedPage> {
  const { api, place, shown, wanted, save, verify } = replacement;
  const old = await readLivePage(api, place);
  if (!isSamePage(fingerprint(old), shown)) {
    throw new UserError(
      `${placeName(place)}: the page was changed after it was shown, in the dashboard or by another deploy; nothing was written.\nRun the command again, and look at the difference.`,
    );
  }
  const saved = await save(old);
  const problem = await write(replacement);
  const live = await readBack(replacement, saved, problem);
  const because = problem === null ? '' : `\nThe write had failed: ${problem.message}`;
  switch (judgeReadBack(old, wanted, live)) {
    case 'arrived':
      break;
    case 'ignored':
      throw new UserError(
        problem === null
          ? `${placeName(place)}: the tenant said that it took the page, and still has the old one.\nTry again; if it goes on, look into the dashboard.`
          : `${problem.message}\nThe old page is still live. Look again in a minute: what was sent may arrive late.`,
      );
    case 'another':
      throw new UserError(
        `${placeName(place)}: somebody else has put another page there at the same time, which is live and was left alone.${because}\nThe page from before is saved: ${replacement.pathOf(saved)}. Run the command again to see the difference.`,
      );
    case 'mangled': {
      await putBack(replacement, { old, saved, live }, 'the page did not arrive as it was sent');
      throw new UserError(
        `${placeName(place)}: the page did not arrive as it was sent (${different(wanted, live)}). The old page is back.${because}\nTry again; if it goes on, something between here and the tenant changes what is sent.`,
      );
    }
  }
  try {
    await verify?.();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await putBack(replacement, { old, saved, live: wanted }, error.message);
    throw new UserError(`${error.message}\nThe old page is back.`);
  }
  return saved;
}

/** @returns a failure after which the page may have arrived all the same; `null` where the tenant said yes */
async function write({ api, place, wanted }: Replacement): Promise<ApiFailure | null> {
  try {
    await writeLivePage(api, place, wanted);
    return null;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const isRefusal = error.status !== undefined && error.status < 500 && error.status !== 408;
    if (isRefusal) throw new UserError(`${error.message}\nThe page is as it was.`);
    return error;
  }
}

async function readBack(
  { api, place, wanted, pathOf, pauses = PAUSES }: Replacement,
  saved: SavedPage,
  problem: ApiFailure | null,
): Promise<LivePage> {
  try {
    let live = await readLivePage(api, place);
    for (const pause of pauses) {
      if (isSamePage(fingerprint(live), fingerprint(wanted))) break;
      await sleep(pause);
      live = await readLivePage(api, place);
    }
    return live;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const written = problem === null ? 'was written' : 'may have been written';
    throw new UserError(
      `${placeName(place)}: the page ${written}, and could not be read back to see.\n${(problem ?? error).message}\n${wayBack(saved, pathOf)}`,
    );
  }
}

/** @throws UserError when the old page is not live afterwards */
async function putBack(
  { api, place, pathOf }: Replacement,
  { old, saved, live }: { old: LivePage; saved: SavedPage; live: LivePage },
  reason: string,
): Promise<void> {
  try {
    const now = fingerprint(await readLivePage(api, place));
    if (!isSamePage(now, fingerprint(live))) {
      throw new UserError('Somebody else has put another page there meanwhile, which was left alone.');
    }
    await writeLivePage(api, place, old);
    if (!isSamePage(fingerprint(await readLivePage(api, place)), fingerprint(old))) {
      throw new UserError('What is live afterwards is not the old page.');
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `${placeName(place)}: ${reason}; the old page could not be put back.\n${error.message}\n${wayBack(saved, pathOf)}`,
    );
  }
}

function wayBack(saved: SavedPage, pathOf: Replacement['pathOf']): string {
  return `The old page is saved: ${pathOf(saved)}. To put it back: npm run restore -- ${saved.id} --apply`;
}

function different(wanted: LivePage, live: LivePage): string {
  const [a, b] = [fingerprint(wanted), fingerprint(live)];
  if (a.sha256 === b.sha256) return live.isOn ? 'it is on' : 'it is off';
  return a.bytes === b.bytes ? 'other bytes' : `${b.bytes} bytes of ${a.bytes}`;
}
