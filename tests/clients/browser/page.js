// What the pages of the browser clients share. The server writes `settings` into each page.

/** The page's own address, where a login leads back to. */
export const HERE = location.origin + location.pathname;

/** `domain` and `clientId`, with what a test adds by `?options=`: kept through the redirects of a login. */
export function settings() {
  const given = new URLSearchParams(location.search).get('options');
  if (given !== null) sessionStorage.setItem('options', given);
  return { ...window.settings, options: JSON.parse(sessionStorage.getItem('options') ?? '{}') };
}

/** Whether a login has just ended here. */
export const isCallback = () => /[?&](?:code|error)=/.test(location.search);

/** Shows who is logged in, or what went wrong, and gives the test the client's functions. */
export function show(claims, app) {
  window.app = app;
  document.getElementById('login').onclick = app.login;
  document.getElementById('claims').textContent = JSON.stringify(claims ?? null);
}

export const failure = (error) => ({ failure: error.error_description ?? error.message ?? error });
