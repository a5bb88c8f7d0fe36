// Serves the page of a made-up organisation on http://localhost:4681.
// Any web server will do in its place: what matters is public/index.html and the security policy below.

import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const PORT = Number(process.env['PARTNER_PORT'] ?? 4681);
const API = process.env['LINTAS_API'] ?? 'http://localhost:4680';

const pages = fileURLToPath(new URL('./public/', import.meta.url));
const widgets = fileURLToPath(new URL('../../packages/widgets/cdn/', import.meta.url));

/** The strictest policy that the widgets work under. Copy it, with your own API's address. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${API}`,
  // Only for elements in a frame, as in public/framed.html.
  `frame-src ${API}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://page').pathname;
  const file = fileFor(path);
  const type = TYPES[extname(file)];
  const missing = () => void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  if (!type) return missing();

  const stream = createReadStream(file);
  stream.once('error', missing);
  stream.once('open', () => {
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    });
    stream.pipe(response);
  });
});

server.listen(PORT, '127.0.0.1', () => console.log(`The partner's page: http://localhost:${PORT}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

function fileFor(path: string): string {
  if (path === '/') return join(pages, 'index.html');
  // Normalising a path that begins with a slash cannot climb above it.
  const safe = normalize(path);
  return safe.startsWith('/lintas/') ? join(widgets, safe.slice('/lintas/'.length)) : join(pages, safe);
}
