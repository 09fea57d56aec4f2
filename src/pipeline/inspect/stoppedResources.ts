import { policyKeys } from '../../settings/contentSecurityPolicy.ts';
import { elementsOf } from './elementsOf.ts';
import type { Finding } from './Finding.ts';
import type { InspectedPage } from './InspectedPage.ts';
import { elementFirst } from './placeOf.ts';

type Element = ReturnType<typeof elementsOf>[number];
type Directive = (typeof policyKeys)[keyof typeof policyKeys];
interface Resource {
  directive: Directive;
  address: string;
  /** How a person finds it in the template. */
  where: string;
}

/** What a page loads besides scripts, and its own policy stops: it would be missing without a word. */
export function stoppedResources(page: InspectedPage, policy: string): Omit<Finding, 'rule'>[] {
  const sources = new Map(policy.split('; ').map((it) => [it.split(' ')[0], it.split(' ').slice(1)]));
  return elementsOf(page.document)
    .flatMap((element) => [...ofElement(element), ...ofStyle(element)].map((it) => ({ ...it, element })))
    .filter(({ directive, address }) => !allows(sources.get(directive) ?? [], address))
    .map(({ directive, address, where, element }) => ({
      severity: 'warning',
      what: `${elementFirst(page, element)}${where} is not loaded: the page's Content Security Policy has it in no ${directive}.`,
      fix: fix(directive, address),
    }));
}

function ofElement({ tagName, attrs }: Element): Resource[] {
  const attribute = (name: string) => attrs.find((it) => it.name === name)?.value ?? '';
  const resource = (directive: Directive, name: string): Resource[] => {
    const address = attribute(name).trim();
    return address === '' ? [] : [{ directive, address, where: `<${tagName} ${name}="${short(address)}">` }];
  };
  if (tagName === 'img') return resource('img-src', 'src');
  if (tagName === 'iframe') return resource('frame-src', 'src');
  const isSheet = tagName === 'link' && /\bstylesheet\b/i.test(attribute('rel'));
  return isSheet ? resource('style-src', 'href') : [];
}

function ofStyle({ tagName, childNodes: [text] }: Element): Resource[] {
  if (tagName !== 'style' || text === undefined || !('value' in text)) return [];
  const find = (directive: Directive, pattern: RegExp, what: string) =>
    [...text.value.matchAll(pattern)].map(([, address = '']) => ({
      directive,
      address,
      where: `${what} ${short(address)}`,
    }));
  return [
    ...find('style-src', /@import\s*(?:url\(\s*)?["']?([^"')\s;]+)/g, '@import'),
    ...find('font-src', /@font-face\s*\{[^}]*?url\(\s*["']?([^"')\s]+)/g, 'the font'),
  ];
}

function allows(sources: readonly string[], address: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined && !address.startsWith('//')) return sources.includes("'self'");
  if (sources.some((source) => source === scheme)) return true;
  const absolute = address.replace(/^\/\//, 'https://');
  // What is no address is never asked for.
  if (!URL.canParse(absolute)) return true;
  const { protocol, host, pathname } = new URL(absolute);
  return sources.some((source) => {
    const [, hostSource = '', path = ''] = /^https:\/\/([^/]+)(\/.*)?$/.exec(source) ?? [];
    const isHost = hostSource.startsWith('*.') ? host.endsWith(hostSource.slice(1)) : host === hostSource;
    const isPath = path.endsWith('/') ? pathname.startsWith(path) : path === '' || pathname === path;
    return protocol === 'https:' && hostSource !== '' && isHost && isPath;
  });
}

function fix(directive: Directive, address: string): string {
  const key = Object.entries(policyKeys).find(([, it]) => it === directive)?.[0];
  const [content] = /^(?:data|blob):/i.exec(address) ?? [];
  if (content !== undefined) {
    return `Write contentSecurityPolicy: { ${key}: ['${content.toLowerCase()}'] } into the settings.`;
  }
  const inside =
    directive === 'font-src'
      ? "put it into templates/login.css as a data: address, and write contentSecurityPolicy: { fontSrc: ['data:'] }"
      : 'put it into the page (templates/login.css, or a data: address)';
  if (!/^(?:https:)?\/\//i.test(address)) return `Load it over https, or ${inside}.`;
  const { origin } = new URL(address.replace(/^\/\//, 'https://'));
  return `Write contentSecurityPolicy: { ${key}: ['${origin}'] } into the settings, or ${inside}.`;
}

const short = (address: string): string => (address.length > 60 ? `${address.slice(0, 59)}…` : address);
