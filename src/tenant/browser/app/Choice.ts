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
