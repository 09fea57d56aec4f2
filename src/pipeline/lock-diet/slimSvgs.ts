const ENCODED = /url\("data:image\/svg\+xml;base64,([\w+/=]+)"\)/g;
/** What an icon does without: prologue, comments, names for screen readers (nobody meets a background's). */
const NEEDLESS =
  /<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|<(title|desc|metadata)\b[^>]*>[\s\S]*?<\/\1>|<(?:title|desc|metadata|defs)\b[^>]*\/>|<defs>\s*<\/defs>| (?:sketch:type|xmlns:sketch|enable-background|data-name|version)="[^"]*"/g;

/** A style with its SVG icons as text instead of base64, which no compression can make smaller. */
export function slimSvgs(style: string): string {
  return style.replace(ENCODED, (_url, encoded: string) => {
    const svg = Buffer.from(encoded, 'base64').toString('utf8');
    return `url("data:image/svg+xml,${encode(slim(svg))}")`;
  });
}

function slim(svg: string): string {
  return svg.replace(NEEDLESS, '').replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim();
}

/** As little as a URL in quotes within a style needs. */
function encode(svg: string): string {
  const encoded = svg.replace(/[%#{}\\]|[^\x20-\x7E]/gu, encodeURIComponent);
  return svg.includes("'") ? encoded.replace(/"/g, '%22') : encoded.replace(/"/g, "'");
}
