import { randomBytes } from 'node:crypto';
import type { TenantContext } from '../http/TenantContext.ts';

const NAME = '_csrf';

/** A secret of the browser, which goes into the hosted config of every login that it begins. */
export const csrfCookie = {
  /** The browser's secret, made when it has none yet. */
  ensure(ctx: TenantContext): string {
    const known = ctx.cookies.get(NAME);
    if (known !== undefined && /^[\w-]{20,64}$/.test(known)) return known;
    const made = randomBytes(24).toString('base64url');
    ctx.cookies.set(NAME, made, { httpOnly: true, sameSite: 'lax', secure: true, overwrite: true });
    return made;
  },

  /** Whether a request comes from the browser that began the login, and says so. */
  matches(ctx: TenantContext, given: string | undefined): boolean {
    const known = ctx.cookies.get(NAME);
    return known !== undefined && known === given;
  },
};
