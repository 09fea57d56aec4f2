import type { Fields } from './merged.ts';

interface Rule {
  /** Flags that are set unless a request says otherwise. */
  defaults?: Fields;
  /** What a flag asks the other side for, in the order in which it is told. Default: its name, as sent. */
  scopes?: Readonly<Record<string, string>>;
  /** What a flag asks for that is not named there. */
  other?: (flag: string) => string;
  /** What is asked for whatever the flags. */
  first?: string;
  /** Joins the scopes into a text. Default: they are a list. */
  join?: string;
  /** A `scope` that is sent counts more than the flags. */
  isSent?: boolean;
}

const google: Rule = {
  defaults: { email: true, profile: true },
  scopes: {
    email: 'email',
    profile: 'profile',
    gmail: 'https://mail.google.com/mail/feed/atom',
    youtube: 'https://gdata.youtube.com',
    calendar: 'https://www.googleapis.com/auth/calendar',
  },
  isSent: true,
};

/** How Auth0 makes a connection's `scope` of its flags, as recorded. */
const RULES: Readonly<Record<string, Rule>> = {
  apple: { scopes: { name: 'name', email: 'email' }, join: ' ' },
  facebook: { other: (flag) => flag, join: ',' },
  github: {
    scopes: { email: 'user:email', read_user: 'read:user', follow: 'user:follow', profile: '' },
    other: (flag) => flag.replace(/^(read|write|admin)_|^(repo)_(?=status)/, '$1$2:'),
  },
  'google-apps': { ...google, defaults: { ...google.defaults, map_user_id_to_id: true } },
  'google-oauth2': google,
  line: { defaults: { profile: true }, scopes: { email: 'email', profile: 'profile' }, first: 'openid' },
  linkedin: {
    defaults: { profile: true },
    scopes: { email: 'r_emailaddress', profile: 'r_liteprofile', basic_profile: 'r_basicprofile' },
  },
  salesforce: { scopes: {} },
  'salesforce-community': { scopes: {} },
  windowslive: {
    defaults: { signin: true },
    scopes: { graph_user: 'https://graph.microsoft.com/User.Read' },
  },
  wordpress: { defaults: { profile: true }, scopes: { profile: 'profile' } },
};

/** The options of a social connection with the scopes that its flags ask for. */
export function socialOptions(strategy: string, given: Fields): Record<string, unknown> {
  const rule = RULES[strategy];
  if (rule === undefined) return { ...given };
  const { defaults = {}, scopes = {}, other, first = '', join, isSent = false } = rule;
  const options = { ...defaults, ...given };
  const names = [...new Set([...Object.keys(scopes), ...(other === undefined ? [] : Object.keys(options))])];
  const flags = names.filter((flag) => options[flag] === true);
  const asked = [first, ...flags.map((flag) => scopes[flag] ?? other?.(flag) ?? '')].filter(
    (scope) => scope !== '',
  );
  const scope = join === undefined ? asked : asked.join(join);
  return isSent && given['scope'] !== undefined ? options : { ...options, scope };
}
