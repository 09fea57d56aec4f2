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
  /** Absent in a template that has no such part. */
  codeHelp: CodeHelpElements | null;
  /** Absent when the settings name no logo. */
  logo: HTMLImageElement | null;
}

/** What helps on the screen where a code is typed. */
export interface CodeHelpElements {
  section: HTMLElement;
  /** What is said when another code was sent. */
  sent: HTMLElement;
  /** What is said after a while without a code. */
  late: HTMLElement;
  lateHint: HTMLElement;
  sendAgain: HTMLButtonElement;
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
    codeHelp: page.getElementById('code-help') === null ? null : codeHelpElements(page),
    logo: page.getElementById('brand-logo') as HTMLImageElement | null,
  };
}

const codeHelpElements = (page: Document): CodeHelpElements => ({
  section: byId(page, 'code-help'),
  sent: byId(page, 'code-sent'),
  late: byId(page, 'code-late'),
  lateHint: byId(page, 'code-late-hint'),
  sendAgain: byId(page, 'send-again') as HTMLButtonElement,
});

function byId(page: Document, id: string): HTMLElement {
  const element = page.getElementById(id);
  if (element === null) throw new Error(`The page has no element with the id ${id}.`);
  return element;
}
