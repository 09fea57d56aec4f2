/** The text of a data block (`<script type="application/json" id="…">`); empty when it is not there. */
export function dataBlock(page: Document, id: 'hosted-config' | 'page-settings'): string {
  return page.getElementById(id)?.textContent ?? '';
}
