import { join, relative, resolve } from 'node:path';
import { launch } from '../chromium/launch.ts';
import type { Artifact } from '../deploy/artifacts/Artifact.ts';
import { checkCurrent } from '../deploy/artifacts/checkCurrent.ts';
import {
  artifactHashes,
  artifactHtml,
  artifactNames,
  checkRules,
  readArtifact,
} from '../deploy/artifacts/readArtifact.ts';
import { knownBuilds } from '../deploy/backups/knownBuilds.ts';
import { readSavedPages } from '../deploy/backups/readSavedPages.ts';
import type { Network } from '../deploy/network/connectNetwork.ts';
import { isProxied } from '../deploy/network/readProxy.ts';
import type { PlannedChange, WantedPage } from '../deploy/PlannedChange.ts';
import { planChanges } from '../deploy/planChanges.ts';
import { MOST_SHOWN } from '../deploy/report/plannedText.ts';
import { browserProxy } from '../deploy/smoke/browserProxy.ts';
import { chooseApplication } from '../deploy/smoke/chooseApplication.ts';
import { openLogin } from '../deploy/smoke/openLogin.ts';
import { Tenants } from '../deploy/Tenants.ts';
import { chooseTargets } from '../deploy/targets/chooseTargets.ts';
import { wishesOf } from '../deploy/targets/wishesOf.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { oneLine } from '../settings/oneLine.ts';
import { UserError } from '../settings/UserError.ts';
import type { DeployRequest } from './arguments/deployArguments.ts';
import { carryOut, mustBeAnswerable } from './carryOut.ts';
import { deploymentsFor } from './deploymentsFor.ts';
import { networkOf } from './networkOf.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs deploy`: shows what a deploy would change, and with `--apply` does it. */
export async function deploy(surroundings: Surroundings, request: DeployRequest): Promise<number> {
  const { root, cwd, env, progress } = surroundings;
  mustBeAnswerable(request, surroundings);
  const network = networkOf(surroundings);
  const folder = resolve(cwd, request.from ?? join(root, 'dist'));
  const backups = resolve(cwd, request.backups ?? join(root, 'backups'));
  const pipeline = new Pipeline(root);
  const smoke = request.smoke ? new SmokeBrowser(surroundings, network, request.smokeClient) : null;
  try {
    const pages = request.from === undefined ? await pipeline.names() : await artifactNames(folder);
    const targets = chooseTargets(request, env, await deploymentsFor(request, root), pages);
    const artifacts = new Map<string, Artifact>();
    for (const { page } of targets) {
      if (!artifacts.has(page)) artifacts.set(page, await readArtifact(folder, page, cwd));
    }
    const all = [...artifacts.values()];
    if (request.from === undefined) {
      await checkCurrent(pipeline, all, cwd, (done, of) => progress(`checked ${done} of ${of} pages`));
    } else {
      for (const artifact of all) await checkRules(artifact, cwd);
    }
    const known = knownBuilds(await readSavedPages(backups));
    for (const [sha256, file] of await artifactHashes(folder, cwd)) known.set(sha256, file);
    const wait = (ms: number) => progress(`waiting ${Math.ceil(ms / 1000)} s for the tenant's rate limit`);
    const wishes = wishesOf(targets, new Tenants(network.fetch, wait), (page) =>
      wanted(artifacts.get(page), cwd),
    );
    const changes = await planChanges(wishes, known, {
      compare: wishes.length <= MOST_SHOWN || request.report !== undefined,
      onProgress: (done, of) => progress(`read ${done} of ${of} live pages`),
    });
    progress(null);
    const verify = smoke === null ? undefined : (change: PlannedChange) => smoke.look(change);
    return await carryOut(surroundings, request, changes, { backups, verify });
  } finally {
    progress(null);
    await smoke?.close();
    await pipeline.close();
  }
}

function wanted(artifact: Artifact | undefined, cwd: string): WantedPage {
  if (artifact === undefined) throw new Error('An artifact was not read.');
  const { sha256, bytes, file } = artifact;
  return { sha256, bytes, isOn: true, what: relative(cwd, file), html: () => artifactHtml(artifact, cwd) };
}

/** A browser that is started with the first login that it opens. */
class SmokeBrowser {
  readonly #surroundings: Surroundings;
  readonly #network: Network;
  readonly #client: string | undefined;
  #browser: ReturnType<typeof launch> | null = null;

  constructor(surroundings: Surroundings, network: Network, client: string | undefined) {
    this.#surroundings = surroundings;
    this.#network = network;
    this.#client = client;
  }

  async look({ place, tenant: { applications } }: PlannedChange): Promise<void> {
    const { print } = this.#surroundings;
    const { trusted, proxy } = this.#network;
    const application = await chooseApplication(applications, place, this.#client);
    this.#browser ??= launch(trusted, browserProxy(proxy));
    await openLogin(await this.#browser, place.domain, application).catch((error: unknown) => {
      const isUsed = proxy !== null && isProxied(proxy, new URL(`https://${place.domain}`));
      if (!isUsed || !(error instanceof UserError)) throw error;
      throw new UserError(
        `${error.message}\nChromium used the proxy ${proxy.shown} (${proxy.variable}); docs/network.md says which certificates it trusts.`,
      );
    });
    print(`${place.domain}: the login of "${oneLine(application.name, 80)}" shows its input.`);
  }

  async close(): Promise<void> {
    await (await this.#browser?.catch(() => null))?.close();
  }
}
