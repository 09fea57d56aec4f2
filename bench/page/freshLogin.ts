import type { Upstream } from './Upstream.ts';

/**
 * Begins a login, as an application does, and returns where `/authorize` leads: the address of the page. The
 * redirect takes as long for any page, so that it is no part of a visit.
 *
 * @param authorize - from `tenant.address()`
 * @throws Error when it leads elsewhere
 */
export async function freshLogin(upstream: Upstream, authorize: string): Promise<string> {
  const { pathname, search } = new URL(authorize);
  const answer = await upstream.send({ path: pathname + search });
  answer.resume();
  const address = new URL(answer.headers.location ?? '', authorize);
  if (address.pathname !== '/login') {
    throw new Error(`/authorize answered ${answer.statusCode} and leads to ${address.href}, not to /login.`);
  }
  return address.href;
}
