import type { KoaContextWithOIDC } from 'oidc-provider';

/** oidc-provider's own page asks whether to log out; Auth0's does not, where a logout URL is given. */
export function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Logging out</title></head><body>${form}<script>
const form = document.forms[0];
const field = document.createElement('input');
field.type = 'hidden'; field.name = 'logout'; field.value = 'yes';
form.append(field); form.submit();
</script></body></html>`;
}
