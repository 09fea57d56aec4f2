import { parse } from 'parse5';
import { apiBodyBytes } from '../../../pipeline/apiBodyBytes.ts';
import { elementsOf } from '../../../pipeline/inspect/elementsOf.ts';
import { scriptsAmong } from '../../../pipeline/inspect/readPage.ts';
import { sha256 } from '../../../pipeline/sha256.ts';
import { MARKER } from '../../../settings/marker.ts';
import type { LivePage } from '../LivePage.ts';

/** The data blocks of every page that was built here. */
const BLOCKS = ['hosted-config', 'page-settings'];

/** What the checks have to know of a page, without its text. */
export function describePage(application: LivePage['application'], html: string, on: boolean): LivePage {
  const isEmpty = html.trim() === '';
  const scripts = isEmpty ? [] : scriptsAmong(elementsOf(parse(html)));
  return {
    application,
    on,
    sha256: sha256(html),
    apiBodyBytes: isEmpty ? 0 : apiBodyBytes(html),
    markers: html.split(MARKER).length - 1,
    isOurs: BLOCKS.every((id) => scripts.some((script) => script.id === id)),
    scripts: scripts.flatMap(({ src }) => src ?? []),
  };
}
