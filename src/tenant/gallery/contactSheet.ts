import { escapeHtml } from '../pages/escapeHtml.ts';
import type { Picture } from './takePictures.ts';

const style = `
:root { color-scheme: light dark; --line: #d5dbe5; --quiet: #5b6675; --back: #eef1f6; --card: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #333e4d; --quiet: #9aa6b5; --back: #121820; --card: #1a222d; } }
body { margin: 0; padding: 1.5rem; font: 15px/1.45 system-ui, sans-serif; background: var(--back); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
.quiet { color: var(--quiet); margin: .2rem 0; } .bad { color: #c0271d; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr)); gap: 1rem; list-style: none; margin: 0; padding: 0; }
li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .9rem; }
h3 { margin: 0; font-size: 1rem; }
.pictures { display: flex; gap: .6rem; align-items: flex-start; margin-top: .6rem; }
/* As wide as their screens are to one another, so that both are as high and fill the card. */
.pictures .phone { flex: 390 1 0; } .pictures .desktop { flex: 1024 1 0; }
.pictures img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: .25rem; }
@media (max-width: 30rem) { ul { grid-template-columns: 1fr; } }`;

/** One page with all pictures, by group, each a link to itself in full size. */
export function contactSheet(pictures: readonly Picture[]): string {
  const groups = [...new Set(pictures.map(({ scenario }) => scenario.group))];
  const sections = groups.map((group) => {
    const names = new Set(
      pictures.filter(({ scenario }) => scenario.group === group).map(({ scenario }) => scenario.name),
    );
    const items = [...names].map((name) => item(pictures.filter(({ scenario }) => scenario.name === name)));
    return `<section><h2>${escapeHtml(group)}</h2><ul>${items.join('\n')}</ul></section>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gallery of the login page</title>
<style>${style}</style>
</head>
<body>
<h1>Gallery of the login page</h1>
<p class="quiet">Each state, on a phone and on a desktop.</p>
${sections.join('\n')}
</body>
</html>
`;
}

function item(pictures: readonly Picture[]): string {
  const [first] = pictures;
  if (first === undefined) return '';
  const { title, about, name } = first.scenario;
  const images = pictures.map(
    ({ file, screen, problem }) =>
      `<a class="${screen}" href="${escapeHtml(file)}"><img src="${escapeHtml(file)}" alt="${escapeHtml(`${title}, ${screen}`)}" loading="lazy"></a>${
        problem === null ? '' : `<p class="bad">${escapeHtml(problem)}</p>`
      }`,
  );
  return `<li id="${escapeHtml(name)}"><h3>${escapeHtml(title)}</h3><p class="quiet">${escapeHtml(about)}</p><div class="pictures">${images.join('')}</div></li>`;
}
