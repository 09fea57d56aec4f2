import type { TenantContext } from './TenantContext.ts';

/**
 * Which application a request is about: by its address, its query, its body, or the page that made it,
 * whose address names the application. `null` when nothing tells.
 */
export function clientOf(ctx: TenantContext): string | null {
  const inPath = /^\/client\/([^/]+)\.js$/.exec(ctx.path)?.[1];
  const page = URL.canParse(ctx.get('referer')) ? new URL(ctx.get('referer')).searchParams : null;
  const candidates = [
    inPath,
    ctx.query['client'],
    ctx.query['client_id'],
    ctx.state.body['client_id'],
    page?.get('client'),
  ];
  return candidates.find((it): it is string => typeof it === 'string' && it !== '') ?? null;
}
