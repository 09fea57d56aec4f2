/** The elements of the template that the script works with. */
export interface PageElements {
  /** Bears `data-state`: `loading`, `ready` or `failed`; the style shows and hides by it. */
  root: HTMLElement;
  /** Where Lock's containers go. */
  lock: HTMLElement;
  switchButton: HTMLButtonElement;
  /** A live region for screen readers. */
  announcement: HTMLElement;
  failure: HTMLElement;
  failureText: HTMLElement;
  tryAgain: HTMLButtonElement;
  /** What the style shows when this script does not run; a team's template may lack it. */
  stalled: HTMLElement | null;
  /** Absent when the settings name no logo. */
  logo: HTMLImageElement | null;
}

/** Finds them by id. The build's rule `page-elements` has made sure that they are there. */
export function pageElements(page: Document): PageElements {
  return {
    root: byId(page, 'login'),
    lock: byId(page, 'lock'),
    switchButton: byId(page, 'method-switch') as HTMLButtonElement,
    announcement: byId(page, 'announcement'),
    failure: byId(page, 'failure'),
    failureText: byId(page, 'failure-text'),
    tryAgain: byId(page, 'try-again') as HTMLButtonElement,
    stalled: page.getElementById('stalled'),
    logo: page.getElementById('brand-logo') as HTMLImageElement | null,
  };
}

function byId(page: Document, id: string): HTMLElement {
  const element = page.getElementById(id);
  if (element === null) throw new Error(`The page has no element with the id ${id}.`);
  return element;
}
