import { decodeJwt } from 'jose';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { HttpVisitor, pkce } from './HttpVisitor.ts';

/** What came of many logins at once. */
export interface Logins {
  /** Milliseconds from the first request to the last token. */
  took: number;
  /** Logins that did not end in tokens. */
  lost: number;
  /** Logins whose tokens were somebody else's. */
  crossed: number;
}

/**
 * Lets that many people log in by SMS at the same time, each with a browser's cookies, a number, PKCE and a
 * nonce of their own, from `/authorize` to the ID token.
 *
 * @param tenant - with `limits.startsPerHour` high enough: they all come from one address
 */
export async function loginsAtOnce(tenant: Tenant, count: number): Promise<Logins> {
  const start = performance.now();
  const ends = await Promise.all(Array.from({ length: count }, (_, number) => logIn(tenant, number)));
  return {
    took: performance.now() - start,
    lost: ends.filter((end) => end === 'lost').length,
    crossed: ends.filter((end) => end === 'crossed').length,
  };
}

async function logIn(tenant: Tenant, number: number): Promise<'right' | 'lost' | 'crossed'> {
  const visitor = new HttpVisitor(tenant);
  try {
    const { challenge, verifier } = pkce();
    const nonce = `nonce-${number}`;
    const scope = 'openid profile phone';
    const redirect_uri = `${tenant.origin}/app`;
    const query = {
      client_id: 'sample-app',
      response_type: 'code',
      redirect_uri,
      scope,
      nonce,
      state: `mine-${number}`,
    };
    const pkceQuery = { code_challenge: challenge, code_challenge_method: 'S256' };
    const begun = await visitor.begin(`/authorize?${new URLSearchParams({ ...query, ...pkceQuery })}`);
    const phone_number = `+61${400_000_000 + number}`;
    const { state } = begun.hosted.internalOptions;
    const to = { connection: 'sms', phone_number };
    await visitor.post('/passwordless/start', {
      client_id: 'sample-app',
      ...to,
      send: 'code',
      authParams: { state },
    });
    const verification_code = tenant.outbox.latest(phone_number)?.code ?? '';
    await visitor.post('/passwordless/verify', { ...to, verification_code });
    const { url } = await visitor.finish(begun, { ...to, verification_code });
    const { body } = await visitor.post('/oauth/token', {
      grant_type: 'authorization_code',
      client_id: 'sample-app',
      code: url.searchParams.get('code'),
      redirect_uri,
      code_verifier: verifier,
    });
    const { id_token } = body as { id_token?: string };
    if (id_token === undefined) return 'lost';
    const claims = decodeJwt(id_token);
    const isMine = claims['phone_number'] === phone_number && claims['nonce'] === nonce;
    return isMine && url.searchParams.get('state') === `mine-${number}` ? 'right' : 'crossed';
  } catch {
    return 'lost';
  } finally {
    await visitor.close();
  }
}
