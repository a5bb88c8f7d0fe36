// A partner's website on an origin of its own: the pages that a bench puts there, and the last build of the widgets.

import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { bundleFolder } from '../bundle/manifest.ts';

export interface Pages {
  /** As browsers write it, and keys are bound to it. */
  readonly origin: string;
  /** Puts a page or a script (by the ending of its path) where browsers find it. */
  put(path: string, text: string): void;
  close(): void;
}

const WIDGETS = '/widgets/';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** The tag that loads the widgets. */
export function widgetsTag(api: string, key: string): string {
  return `<script type="module" src="${WIDGETS}lintas.js" data-api="${api}" data-key="${key}"></script>`;
}

/** A page with this body. */
export function pageOf(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body>${body}</body></html>`;
}

export async function servePages(): Promise<Pages> {
  const texts = await readWidgets();

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const content = texts.get(pathname);
    const type = TYPES[extname(pathname)] ?? 'text/html';
    // Nothing is kept, so that every visit is a first one.
    const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' };
    response.writeHead(content === undefined ? 404 : 200, headers).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    put: (path, text) => void texts.set(path, text),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The widgets as they are now, if there are any: a build that is made meanwhile must not change what is measured. */
async function readWidgets(): Promise<Map<string, string>> {
  const names = await readdir(bundleFolder).catch(() => []);
  const scripts = names.filter((name) => extname(name) === '.js');
  const texts = scripts.map(
    async (name) => [WIDGETS + name, await readFile(join(bundleFolder, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}
