/** Elements that run, load or lead away by themselves. */
const ACTIVE = 'script, iframe, frame, object, embed, base, meta, link, form, portal, [srcdoc]';
/** Where captchas come from that write markup of their own once a tenant has turned them on. */
const CAPTCHA =
  /^https:\/\/(?:www\.recaptcha\.net|(?:js\.)?hcaptcha\.com|[\w-]+\.arkoselabs\.com|challenges\.cloudflare\.com|cdn\.jsdelivr\.net)\//;

/** What Chromium's Trusted Types offer, as far as it is used here. */
export interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      createHTML: (markup: string) => string | null;
      createScriptURL?: (address: string) => string;
    },
  ): { createHTML(markup: string): string };
}

/**
 * Lets through what the page, Lock and captchas write into the document, and nothing that could run: the
 * default policy of Trusted Types. It is asked only under a policy with `require-trusted-types-for`
 * (`contentSecurityPolicy.trustedTypes` of the settings), where a string that becomes markup or a script's
 * address passes through here first.
 *
 * Addresses go on to the page's Content Security Policy, which names them. Once a captcha's script is among
 * them, its markup is let through too: the tenant has turned it on, and nobody knows what it writes.
 *
 * @see https://www.w3.org/TR/trusted-types/#default-policy-hdr
 */
export function guardMarkup(trustedTypes: TrustedTypes | undefined, page: Document): void {
  if (trustedTypes === undefined) return;
  let hasCaptcha = false;
  const inert = page.implementation.createHTMLDocument();
  const reader = trustedTypes.createPolicy('login-page', { createHTML: (markup) => markup });
  trustedTypes.createPolicy('default', {
    createHTML(markup) {
      if (hasCaptcha) return markup;
      inert.body.innerHTML = reader.createHTML(markup);
      // `null` is refused: the browser throws, and tells of it.
      return isActive(inert.body) ? null : markup;
    },
    createScriptURL(address) {
      hasCaptcha ||= CAPTCHA.test(address);
      return address;
    },
  });
}

function isActive(parsed: Element): boolean {
  if (parsed.querySelector(ACTIVE) !== null) return true;
  return [...parsed.querySelectorAll('*')].some(({ attributes }) =>
    [...attributes].some(({ name, value }) => /^on/i.test(name) || isScriptAddress(value)),
  );
}

/** As browsers read it, which pass over white space and control characters. */
const isScriptAddress = (value: string): boolean =>
  /^(?:javascript|vbscript):/i.test(value.replace(/[^!-~]/g, ''));
