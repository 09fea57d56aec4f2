import { parse } from 'parse5';
import { apiBodyBytes } from '../../../pipeline/apiBodyBytes.ts';
import { elementsOf } from '../../../pipeline/inspect/elementsOf.ts';
import { scriptsAmong } from '../../../pipeline/inspect/readPage.ts';
import { hashesBefore } from '../../../pipeline/seal.ts';
import { sha256 } from '../../../pipeline/sha256.ts';
import { MARKER } from '../../../settings/marker.ts';
import { recognise } from '../../pages/recognise.ts';
import type { PageFacts } from '../PageFacts.ts';

/** What the checks have to know of a page, without its text. */
export function describePage(application: PageFacts['application'], html: string, on: boolean): PageFacts {
  const hash = sha256(html);
  const origin = recognise({ html, isOn: on }, hash, new Map());
  return {
    application,
    on,
    sha256: hash,
    hashesBefore: hashesBefore(html),
    apiBodyBytes: origin.kind === 'none' ? 0 : apiBodyBytes(html),
    markers: html.split(MARKER).length - 1,
    isOurs: origin.kind === 'ours',
    isWhole: origin.kind === 'ours' && origin.isWhole,
    scripts: scriptsAmong(elementsOf(parse(html))).flatMap(({ src }) => src ?? []),
  };
}
