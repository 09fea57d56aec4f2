/** What somebody has chosen to try. */
export interface Choice {
  how: 'redirect' | 'popup';
  /** Empty: `allowedConnections` is not set. */
  allowedConnections: readonly string[];
  page: 'own' | 'fixed';
}

export function readChoice(form: HTMLFormElement): Choice {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    how: text('how') === 'popup' ? 'popup' : 'redirect',
    allowedConnections: text('asks').split(',').filter(Boolean),
    page: text('page') === 'fixed' ? 'fixed' : 'own',
  };
}

/** The application that has the chosen page. */
export const clientIdOf = ({ page }: Pick<Choice, 'page'>): string =>
  page === 'fixed' ? 'sample-app-fixed' : 'sample-app';

const KEY = 'sample-app-choice';

/** Keeps the choice over a redirect. In `localStorage`: a link from an email may come back in another tab. */
export function keepChoice(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  localStorage.setItem(KEY, String(new URLSearchParams(fields)));
}

/** Chooses again what was kept; values that the form does not have change nothing. */
export function recallChoice(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(localStorage.getItem(KEY) ?? '')) {
    const buttons = form.elements.namedItem(name);
    if (buttons instanceof RadioNodeList) buttons.value = value;
  }
}
