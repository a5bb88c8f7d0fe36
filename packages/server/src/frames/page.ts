// The page in a frame: empty but for the script that puts elements into it. It is of the API's own origin, so the page
// around it can neither read nor change what is in it.

import { FRAME_SCRIPT } from './files.ts';

/**
 * What the page may load and do: nothing from or to anywhere else, not even a picture. Its styles are adopted sheets, which
 * no policy has to allow.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
] as const;

/** @param origins of the pages that may show it */
export function framePolicy(origins: readonly string[]): string {
  return [...POLICY, `frame-ancestors ${origins.join(' ') || "'none'"}`].join('; ');
}

/** @param origins as in {@link framePolicy} */
export function framePage(origins: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Lintas</title>
    <script type="module" src="elements/${FRAME_SCRIPT}" data-origins="${escapeAttribute(origins.join(' '))}"></script>
  </head>
  <body></body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
