import * as v from 'valibot';
import { type Language, languages } from '../languages.ts';
import { originBound } from '../originBound.ts';
import { oneOf, section, text, wholeNumber } from '../schemaParts.ts';
import { factors } from './factors.ts';
import { isAddressRange, isHost, isMailAddress, isMessagingService, isSender } from './formats.ts';
import { liquidProblem } from './liquid.ts';
import { messageFault } from './messageFault.ts';
import { CODE_MARKER, CODE_MISSING, LONGEST_MESSAGE, messageProblem, partProblem } from './messageProblem.ts';
import { emailVariables, smsVariables } from './messageVariables.ts';
import { placeholders } from './placeholders.ts';
import { smsTemplate } from './smsTemplate.ts';
import type { SmsSettings } from './TenantSettings.ts';

/** Of any host: RFC 1035. */
const LONGEST_HOST = 253;

const bool = v.optional(v.boolean('true or false'));
const code = {
  codeLength: wholeNumber('digits', 4, 40),
  codeSeconds: wholeNumber('seconds', 60, Number.POSITIVE_INFINITY),
  allowSignUp: bool,
};

const MESSAGES = 'a text, or an object by language such as { en: "Your code: @@password@@" }';
const checked = (problem: (message: string) => string | null, allowed = MESSAGES) =>
  v.pipe(
    v.string(allowed),
    v.check(
      (it) => problem(it) === null,
      ({ input }) => problem(input) ?? '',
    ),
  );
const message = checked(messageProblem);
const messages = Object.fromEntries(
  languages.map((language) => [language, v.optional(checked(partProblem))]),
) as unknown as Record<Language, v.OptionalSchema<typeof message, undefined>>;

const sms = {
  provider: v.optional(oneOf(['twilio', 'tenant'])),
  from: text(
    'a number as Twilio has it (E.164), such as "+15005550006", or a sender ID of up to 11 letters and digits',
    isSender,
  ),
  messagingServiceSid: text(
    'the SID of a messaging service of Twilio, MG and 32 hexadecimal digits',
    isMessagingService,
  ),
  message: v.optional(v.lazy((it) => (typeof it === 'object' ? section(messages, MESSAGES) : message))),
  syntax: v.optional(oneOf(['md_with_macros', 'liquid'])),
  autofill: bool,
  ...code,
};

const FROM = 'an address such as "login@example.com" or "Acme <login@example.com>"';
const SUBJECT = 'one line of 1 to 200 characters, without @@…@@ or ##…##';
const isSubject = (it: string): boolean =>
  it.trim() !== '' && it.length <= 200 && !/[\r\n]/.test(it) && placeholders(it).length === 0;
/** Another problem than that of its form, if it has none of that. */
const liquidText = (allowed: string, fits: (it: string) => boolean) =>
  v.optional(checked((it) => (fits(it) ? liquidProblem(it, emailVariables) : allowed), allowed));

const email = {
  from: liquidText(FROM, isMailAddress),
  subject: liquidText(SUBJECT, isSubject),
  template: text(
    'the path of an HTML file, relative to login.config.ts',
    (it) => it.trim() !== '' && !/^[a-z]{2,}:/i.test(it),
  ),
  ...code,
};

const APPLICATIONS = 'a list of applications, by name or client id, such as ["My app"]';
const applications = v.optional(
  v.pipe(
    v.array(
      v.pipe(
        v.string('the name or client id of an application'),
        v.check(
          (it) => it.trim() === it && it !== '' && placeholders(it).length === 0,
          'the name or client id of an application, without spaces around it',
        ),
      ),
      APPLICATIONS,
    ),
    v.minLength(
      1,
      `${APPLICATIONS}, with at least one (leave the key out to enable the connections for none)`,
    ),
    v.check((list) => new Set(list).size === list.length, 'each application only once'),
  ),
);

const ranges = v.optional(
  v.array(
    v.pipe(
      v.string('an IP address or range'),
      v.check(isAddressRange, 'an IP address or range, such as "192.0.2.0/24"'),
    ),
    'a list of IP addresses and ranges, such as ["192.0.2.0/24"]',
  ),
);
const bruteForce = { maxAttempts: wholeNumber('tries', 1, 100), byAddress: bool, allow: ranges };
const suspiciousIp = { allow: ranges };
const attackProtection = {
  bruteForce: v.optional(switchOr(bruteForce, 'an object such as { maxAttempts: 5 }')),
  suspiciousIp: v.optional(switchOr(suspiciousIp, 'an object such as { allow: ["192.0.2.0/24"] }')),
  breachedPasswords: bool,
  captcha: v.optional(oneOf(['never', 'when_risky', 'always'])),
};
const ATTACK = 'true, or an object such as { bruteForce: true }';
const mfa = Object.fromEntries(factors.map((factor) => [factor, bool])) as Record<
  (typeof factors)[number],
  typeof bool
>;

const keys = {
  loginHost: text(
    'the host of the login page alone, without https:// and path, such as "login.example.com"',
    isHost,
  ),
  sms: v.optional(
    v.pipe(
      section(sms),
      v.check(
        ({ provider, from, messagingServiceSid }) =>
          provider === 'tenant' || (from === undefined) !== (messagingServiceSid === undefined),
        'exactly one of from and messagingServiceSid, who the message is from, or provider "tenant"',
      ),
      v.forward(
        v.check(
          ({ provider, from, messagingServiceSid }) =>
            provider !== 'tenant' || (from ?? messagingServiceSid) === undefined,
          '"twilio", or from and messagingServiceSid left out: the tenant\'s phone provider says who the message is from',
        ),
        ['provider'],
      ),
      v.forward(
        v.check(
          ({ message: it }) => typeof it !== 'object' || Object.values(it).some((one) => one !== undefined),
          `${MESSAGES}, with at least one language`,
        ),
        ['message'],
      ),
      v.forward(
        v.check(
          ({ message: it, syntax }) => typeof it !== 'object' || syntax !== 'md_with_macros',
          '"liquid", or one text in message: only Liquid tells languages apart',
        ),
        ['syntax'],
      ),
      v.forward(
        v.check(
          ({ message: it, syntax }) =>
            typeof it !== 'string' || syntax === 'liquid' || it.includes(CODE_MARKER),
          `${CODE_MISSING}, or syntax "liquid" beside a text with {{ code }}`,
        ),
        ['message'],
      ),
      v.forward(
        v.check(
          ({ message: it, syntax }) => smsProblem(it, syntax) === null,
          ({ input: { message: it, syntax } }) => smsProblem(it, syntax) ?? '',
        ),
        ['message'],
      ),
      v.forward(
        v.check(
          (it) => smsTemplate(it as SmsSettings, 'x'.repeat(LONGEST_HOST)).template.length <= LONGEST_MESSAGE,
          'at most 5,120 characters in all, with what tells languages apart and with the line for autofill',
        ),
        ['message'],
      ),
      v.forward(
        v.check(
          ({ message: it, autofill }) =>
            autofill !== true || textsOf(it).every((one) => originBound(one) === null),
          'false, or a message without a line of its own that begins with "@": it is added',
        ),
        ['autofill'],
      ),
    ),
  ),
  email: v.optional(
    v.pipe(
      section(email),
      v.forward(
        v.check(
          ({ from }) => from !== undefined,
          'an address that your email provider may send from, such as "Acme <login@example.com>"',
        ),
        ['from'],
      ),
    ),
  ),
  applications,
  mfa: v.optional(section(mfa)),
  attackProtection: v.optional(
    // Not a union, which would tell of the whole object where one key is wrong.
    v.lazy((it) => (typeof it === 'object' ? section(attackProtection, ATTACK) : v.literal(true, ATTACK))),
  ),
};

/** The key `tenant` of a page's settings. */
export const tenant = v.optional(
  v.pipe(
    section(keys),
    v.forward(
      v.check(
        (it) => it.applications === undefined || it.sms !== undefined || it.email !== undefined,
        'tenant.sms or tenant.email beside it: it is these that are enabled for them',
      ),
      ['applications'],
    ),
    v.forward(
      v.check(
        ({ loginHost, sms: it }) => it?.autofill !== true || loginHost !== undefined,
        'the host of the login page, such as "login.example.com", or tenant.sms.autofill left out: a phone fills a code in on that host alone',
      ),
      ['loginHost'],
    ),
  ),
);

/** The keys that may stand within `tenant`, by the path of the object that they stand in. */
export const tenantKeys: Readonly<Record<string, readonly string[]>> = {
  tenant: Object.keys(keys),
  'tenant.sms': Object.keys(sms),
  'tenant.sms.message': languages,
  'tenant.email': Object.keys(email),
  'tenant.mfa': factors,
  'tenant.attackProtection': Object.keys(attackProtection),
  'tenant.attackProtection.bruteForce': Object.keys(bruteForce),
  'tenant.attackProtection.suspiciousIp': Object.keys(suspiciousIp),
};

function switchOr<const Entries extends v.ObjectEntries>(entries: Entries, object: string) {
  const allowed = `true, false, or ${object}`;
  return v.lazy((it) => (typeof it === 'object' ? section(entries, allowed) : v.boolean(allowed)));
}

/** What is wrong with one text, read by its syntax. */
function smsProblem(it: string | object | undefined, syntax: string | undefined): string | null {
  if (typeof it !== 'string') return null;
  if (syntax === 'liquid') {
    const mistake = liquidProblem(it, smsVariables);
    if (mistake !== null) return mistake;
    const fault = messageFault({ strategy: 'sms', text: it, syntax, method: 'code' });
    // smsTemplate writes the macro as Liquid does; which applications there are, the author knows.
    return fault === null || fault.is === 'macro' || fault.is === 'condition'
      ? null
      : 'a text that prints {{ code }}, in every language that it tells apart';
  }
  const [output, name = ''] = /\{\{-?\s*([\w.]+).*?\}\}/s.exec(it) ?? [];
  return output !== undefined && smsVariables.includes(name)
    ? `syntax "liquid" beside it, without which ${output} is sent as it stands here`
    : null;
}

const textsOf = (it: string | object | undefined): string[] =>
  typeof it === 'object' ? Object.values(it) : [it ?? ''];
