import type { IncomingMessage } from 'node:http';

/** The query of `/authorize` as it came; oidc-provider itself keeps only the parameters that it knows. */
const queries = new WeakMap<IncomingMessage, Readonly<Record<string, string>>>();

export const keepAuthorizeQuery = (
  request: IncomingMessage,
  query: Readonly<Record<string, string>>,
): void => {
  queries.set(request, query);
};

export const authorizeQuery = (request: IncomingMessage): Readonly<Record<string, string>> | undefined =>
  queries.get(request);
