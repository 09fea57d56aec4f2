import { oneLine } from '../../../settings/oneLine.ts';
import { originBound } from '../../../settings/originBound.ts';
import { mistakeText } from '../../../settings/tenant/liquid.ts';
import { type MessageFault, messageFault } from '../../../settings/tenant/messageFault.ts';
import type { BuiltPage } from '../BuiltPage.ts';
import type { Check } from '../Check.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import type { Facts } from '../Facts.ts';
import { changeConnection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { failed, type Outcome, ok, unknown, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';
import { whoSends } from '../whoSends.ts';

type Method = BuiltPage['emailMethod'];

/** The message brings what the page asks for, by the rule that the build judges the settings' messages by. */
export const connectionMessage: Check = {
  id: 'connection-message',
  area: 'connections',
  right:
    'The message brings the code, or the link that emailMethod asks for, in its own syntax: @@password@@ among macros, {{ code }} or {{ link }} in Liquid; a line for autofill is the last one, and names the host of the login page',
  scopes: ['read:connections'],
  look: (facts) =>
    whenKnown(facts.connections, (all) =>
      offered(all, facts.built).map((connection) => judge(connection, facts)),
    ),
};

function judge(connection: PasswordlessConnection, facts: Facts): Outcome {
  const { name, message, strategy, syntax } = connection;
  if (message === null) return ok(name, "Its message is Auth0's own.");
  for (const method of methodsOf(strategy, facts.built)) {
    const fault = messageFault({
      strategy: strategy === 'sms' ? 'sms' : 'email',
      text: message,
      syntax,
      method,
    });
    if (fault !== null) return faulty(connection, fault, method);
  }
  const sends = whoSends(connection, facts);
  if (sends?.known && sends.value.by === 'tenant') {
    return unknown(
      name,
      "The tenant's phone provider sends: Auth0 does not document whether it takes this message or the template One Time Password - Verify of the tenant.",
      {
        dashboard: 'Branding > Phone Templates: give both the same text. Then log in once.',
        command: 'npm run doctor',
        note: 'says no more than that, however it is',
      },
    );
  }
  const bound = originBound(message);
  if (bound === null) return ok(name, `Its message holds the ${methodsOf(strategy, facts.built)[0]}.`);
  const problem = lineProblem(bound.host, facts);
  if (problem === null) return ok(name, `Its message holds the code, which phones fill in on ${bound.host}.`);
  return warning(
    name,
    problem,
    changeConnection(
      connection,
      `Message: end it with a line of its own, "@${facts.domain} #@@password@@", with the host of the login page`,
      'tenant.sms.autofill and tenant.loginHost',
    ),
  );
}

/** What the pages ask the message to bring. */
function methodsOf(strategy: string, built: readonly BuiltPage[]): readonly [Method, ...Method[]] {
  if (strategy === 'sms') return ['code'];
  const [first = 'code', ...others] = [...new Set(built.map(({ emailMethod }) => emailMethod))];
  return [first, ...others];
}

function faulty(connection: PasswordlessConnection, fault: MessageFault, method: Method): Outcome {
  const { name, strategy, syntax } = connection;
  const inLiquid = `{{ ${method} }}`;
  const wanted = syntax === 'liquid' ? inLiquid : '@@password@@';
  const fix = changeConnection(
    connection,
    strategy === 'email' && syntax !== 'liquid'
      ? `Message: make its syntax Liquid, and put ${inLiquid} where the ${method} belongs`
      : `Message: put ${wanted} where the ${method} belongs`,
    strategy === 'sms' ? 'tenant.sms.message' : 'tenant.email.template',
  );
  switch (fault.is) {
    case 'mistake':
      return failed(name, `Its message has a mistake in its Liquid, ${mistakeText(fault.mistake)}.`, fix);
    case 'language': {
      const where = fault.language === '' ? 'for every other language' : `in the language ${fault.language}`;
      return failed(name, `Its message holds no ${method} ${where}: those people cannot log in.`, fix);
    }
    case 'condition':
      return warning(
        name,
        `Its message holds the ${method} in some logins only, by a condition in its Liquid (the application's name, for example): the others cannot be finished.`,
        fix,
      );
    case 'syntax':
      return failed(
        name,
        `Its message holds ${inLiquid} or the like, and its syntax is md_with_macros: people get those signs and no ${method}.`,
        fix,
      );
    case 'macro':
      return unknown(
        name,
        syntax === 'liquid'
          ? 'Its message holds @@password@@, and its syntax is Liquid: Auth0 does not document whether it puts the code there.'
          : 'Its message holds @@password@@, and its syntax is md_with_macros, which Auth0 documents for SMS alone: whether the code is put there is not known.',
        fix,
      );
    case 'method': {
      const other = method === 'code' ? 'link' : 'code';
      return failed(
        name,
        `Its message holds a ${other}, and the page asks for a ${method} (emailMethod): people get what they cannot use.`,
        fix,
      );
    }
    case 'missing':
      return failed(name, `Its message holds no ${method}: people get a message that is of no use.`, fix);
  }
}

/** Why no phone fills the code in; `null` where it does, or where the custom domains are not known. */
function lineProblem(host: string | null, { domain, customDomains }: Facts): string | null {
  if (host === null) {
    return 'Its line for autofill is not the last one, or not "@host #code" alone: no phone fills the code in.';
  }
  const hosts = customDomains.known
    ? [domain, ...customDomains.value.map((it) => it.domain)]
    : [domain, host];
  if (hosts.includes(host)) return null;
  return `Its line for autofill names ${oneLine(host, 60)}, which is no host of the login page (${hosts.join(', ')}): no phone fills the code in there.`;
}
