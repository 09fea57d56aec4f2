import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const UNSEEN = ['head', 'script', 'style', 'template', 'title', '#comment', '#documentType'];
const BLOCKS = [
  'address',
  'blockquote',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
].concat(['section', 'article', 'header', 'footer', 'main', 'table', 'tr', 'ul', 'center', 'body']);

/** An email as a mail program without HTML shows it: its text, and the addresses of its links. */
export const emailText = (html: string): string =>
  textOf(parse(html))
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function textOf(node: Node): string {
  if (UNSEEN.includes(node.nodeName)) return '';
  // A space that may break is one, however many stand there; one that may not is text.
  if ('value' in node) return node.value.replace(/[ \t\r\n\f]+/g, ' ');
  if (node.nodeName === 'br') return '\n';
  const inner = 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  const attribute = (name: string) =>
    'attrs' in node ? node.attrs.find((it) => it.name === name)?.value : undefined;
  if (node.nodeName === 'img') return attribute('alt') ?? '';
  if (node.nodeName === 'a') return linkText(inner, attribute('href'));
  if (node.nodeName === 'td' || node.nodeName === 'th') return `${inner} `;
  return BLOCKS.includes(node.nodeName) ? `\n\n${inner}\n\n` : inner;
}

function linkText(text: string, href: string | undefined): string {
  if (href === undefined || href === '' || text.includes(href)) return text;
  return text.trim() === '' ? href : `${text} (${href})`;
}
