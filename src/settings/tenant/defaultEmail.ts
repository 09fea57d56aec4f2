/** An email for a team that has not written one: what Auth0 fills in stands in Liquid's braces. */
export function defaultEmail(method: 'code' | 'link'): { subject: string; body: string } {
  const [subject, sentence, way] =
    method === 'code'
      ? [
          'Your code for {{ application.name }}',
          'Your code for {{ application.name | escape }}:',
          '<p style="font-size:28px;font-weight:600;letter-spacing:4px">{{ code }}</p>',
        ]
      : [
          'Log in to {{ application.name }}',
          'Open this link in the browser in which you asked for it:',
          '<p><a href="{{ link }}" style="font-size:18px;font-weight:600">Log in to {{ application.name | escape }}</a></p>',
        ];
  return { subject, body: page(sentence, way) };
}

const page = (sentence: string, way: string): string => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{{ application.name | escape }}</title>
  </head>
  <body style="margin:0;padding:32px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1f2937">
    <p>${sentence}</p>
    ${way}
    <p>It works once, and for a few minutes. If you did not ask for it, ignore this email.</p>
  </body>
</html>
`;
