import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { NextRequest } from 'next/server.js';
import { claimsPage } from './claimsPage.mjs';

/** What `next` does around the SDK's middleware: its requests and answers, over a plain server. */
export default function application({ base, domain, clientId, clientSecret }) {
  const auth0 = new Auth0Client({
    domain: `https://${domain}`,
    allowInsecureRequests: true,
    appBaseUrl: base,
    clientId,
    clientSecret,
    secret: 'a secret of more than 32 characters',
    authorizationParameters: { scope: 'openid profile email phone offline_access' },
  });
  return async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = req.method === 'GET' ? undefined : Buffer.concat(chunks);
    const request = new NextRequest(new URL(req.url, base), {
      method: req.method,
      headers: req.headers,
      body,
    });
    const answer = await auth0.middleware(request);
    for (const [name, value] of answer.headers) {
      if (name !== 'set-cookie' && !name.startsWith('x-middleware')) res.setHeader(name, value);
    }
    res.setHeader('set-cookie', answer.headers.getSetCookie());
    if (answer.headers.get('x-middleware-next') === '1') {
      res.setHeader('content-type', 'text/html');
      return res.end(claimsPage((await auth0.getSession(request))?.user));
    }
    res.statusCode = answer.status;
    return res.end(Buffer.from(await answer.arrayBuffer()));
  };
}
