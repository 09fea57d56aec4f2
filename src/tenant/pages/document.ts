import { escapeHtml } from './escapeHtml.ts';

/** The style of the tenant's own pages. */
const style = `
:root { color-scheme: light dark; --text: #16202e; --quiet: #5b6675; --line: #dfe4ec; --back: #f6f8fb; --card: #fff; --accent: #0059d6; --bad: #b3261e; --good: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --text: #e7ecf3; --quiet: #9aa6b5; --line: #2e3947; --back: #121820; --card: #1a222d; --accent: #7ab0ff; --bad: #ff9c94; --good: #7fd6a0; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
main { overflow-wrap: break-word; max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
main.narrow { max-width: 40rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); }
nav.top { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1.2rem; padding: .5rem 1rem; background: var(--card); border-bottom: 1px solid var(--line); }
nav.top a { padding: .25rem 0; text-decoration: none; border-bottom: 2px solid transparent; }
nav.top a:hover { text-decoration: underline; }
nav.top a[aria-current] { color: var(--text); font-weight: 600; border-bottom-color: var(--accent); }
nav.top .warning { margin-left: auto; font-size: .85rem; color: var(--quiet); }
@media (max-width: 30rem) { nav.top .warning { flex-basis: 100%; margin: 0; } }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); }
.good { color: var(--good); font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .75rem; padding: 0; list-style: none; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .75rem; padding: .5rem .9rem .7rem; background: var(--card); }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; padding: .2rem 0 .2rem 1.6rem; text-indent: -1.6rem; } label input { width: 1rem; margin: 0 .35rem 0 0; }
#result:not(:empty) { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 1rem 0; }
#result h2 { margin: .2rem 0 .5rem; overflow-wrap: anywhere; } #result > :last-child { margin-bottom: 0; }
main.app { max-width: 46rem; }
#result:focus { outline: none; }
th { white-space: nowrap; }
th[scope=row] { width: 1%; padding-right: 1rem; }
.cards.rows { grid-template-columns: minmax(0, 1fr); max-width: 44rem; }
.channel { display: inline-block; min-width: 3.4rem; margin-right: .15rem; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8rem; font-weight: 600; text-align: center; color: var(--quiet); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; }
h2.first { margin: 0; font-size: 1rem; }
.letter { white-space: pre-wrap; }
.card > .letter { width: fit-content; max-width: 100%; margin: .6rem 0; padding: .5rem .8rem; border-radius: .9rem .9rem .9rem .2rem; background: var(--back); border: 1px solid var(--line); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; margin: .5rem 0; font-size: .9rem; } .facts dt { color: var(--quiet); } .facts dd { margin: 0; }
.email { display: block; width: 100%; height: 17rem; margin: .6rem 0; border: 1px solid var(--line); border-radius: .4rem; background: #fff; color-scheme: light; resize: vertical; }
.channel.bad { color: var(--bad); border-color: currentcolor; }
details { margin-top: .4rem; } summary { cursor: pointer; color: var(--quiet); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; overflow-wrap: anywhere; }
.card h3 { margin: 0 0 .2rem; font-size: 1rem; }
.card p { margin: .2rem 0; }
button, .button { font: inherit; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--card); color: var(--text); cursor: pointer; text-decoration: none; display: inline-block; }
button.primary { background: #0059d6; border-color: #0059d6; color: #fff; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
#result pre { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { overflow: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem; }
.code { font: 600 1.8rem/1.2 ui-monospace, monospace; letter-spacing: .12em; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .6rem .3rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
`;

/** What one of the tenant's own pages holds. */
export interface DocumentInput {
  title: string;
  /** HTML of the body. */
  body: string;
  /** Addresses of module scripts. */
  scripts?: readonly string[];
  /** Which of the navigation's pages this is. */
  current?: (typeof NAVIGATION)[number][0];
}

const NAVIGATION = [
  ['/tenant', 'Scenarios'],
  ['/tenant/outbox', 'Outbox'],
  ['/app', 'Sample app'],
] as const;

/** One of the tenant's own pages: never the login page, which is served as it is. */
export function document({ title, body, scripts = [], current }: DocumentInput): string {
  const modules = scripts.map((src) => `<script type="module" src="${escapeHtml(src)}"></script>`).join('\n');
  const links = NAVIGATION.map(
    ([href, name]) => `<a href="${href}"${href === current ? ' aria-current="page"' : ''}>${name}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – local tenant</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<nav class="top" aria-label="Local tenant">
${links.join(' ')}
<span class="warning">Local tenant, not for production</span>
</nav>
${body}
${modules}
</body>
</html>
`;
}
