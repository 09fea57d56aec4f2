import type { PageSettings } from '../../settings/PageSettings.ts';
import { UserError } from '../../settings/UserError.ts';
import type { ArtifactWriter } from '../ArtifactWriter.ts';
import { foreignFiles } from './foreignFiles.ts';
import { readEmailBody } from './readEmailBody.ts';
import { type Files, tenantFiles } from './tenantFiles.ts';

/** The folder of the tenant that one of a build's pages may be the login page of: `dist/tenant`. */
export class TenantFolder {
  readonly #writer: ArtifactWriter;
  readonly #path: string;
  readonly #isOver: boolean;
  #files: Files | null = null;

  /**
   * @param writer - of the pages
   * @param path - absolute
   * @param isOver - whether no page of the settings is a tenant's, so that a folder of a build of before goes
   */
  constructor(writer: ArtifactWriter, path: string, isOver: boolean) {
    this.#writer = writer;
    this.#path = path;
    this.#isOver = isOver;
  }

  /** Where it will be, or `null` where no page so far is a tenant's. */
  get written(): string | null {
    return this.#files === null ? null : this.#path;
  }

  /**
   * Looks at a finished page.
   *
   * @throws UserError when the email's body cannot be read, or is none
   */
  async take(settings: PageSettings, html: string, root: string): Promise<void> {
    if (settings.tenant === undefined) return;
    const emailBody = await readEmailBody(settings, root);
    this.#files = tenantFiles(settings, settings.tenant, { html, emailBody });
  }

  /**
   * Has it written with the pages.
   *
   * @throws UserError when the folder holds what no build has put there
   */
  async stage(): Promise<void> {
    if (this.#files === null && !this.#isOver) return;
    const foreign = await foreignFiles(this.#path);
    if (this.#files === null) {
      // Somebody else's folder of that name is none of our business.
      if (foreign?.length === 0) await this.#writer.stageFolder('tenant', new Map());
      return;
    }
    if (foreign !== null && foreign.length > 0) throw wouldBeLost(this.#path, foreign);
    await this.#writer.stageFolder('tenant', this.#files);
  }
}

function wouldBeLost(folder: string, [first, ...others]: readonly string[]): UserError {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return new UserError(
    `${folder} holds what no build has put there: ${first}${more}. A build takes the place of the whole folder, so nothing was written.\nMove it elsewhere, or name another folder with --out.`,
  );
}
