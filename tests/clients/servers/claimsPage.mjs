/** The page of an application that says who is logged in. */
export const claimsPage = (claims) =>
  `<!DOCTYPE html><title>App</title><pre id="claims">${JSON.stringify(claims ?? null).replaceAll('<', '&lt;')}</pre>`;
