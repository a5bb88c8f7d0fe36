// A partner's website on an origin of its own: the pages that a bench puts there, and the last build of the widgets.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { bundleFolder } from '../bundle/manifest.ts';

export interface Pages {
  /** As browsers write it, and keys are bound to it. */
  readonly origin: string;
  /** Puts a page or a script (by the ending of its path) where browsers find it. */
  put(path: string, text: string): void;
  close(): void;
}

const WIDGETS = '/widgets/';

/** The tag that loads the widgets. */
export function widgetsTag(api: string, key: string): string {
  return `<script type="module" src="${WIDGETS}lintas.js" data-api="${api}" data-key="${key}"></script>`;
}

/** A page with this body. */
export function pageOf(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body>${body}</body></html>`;
}

export async function servePages(): Promise<Pages> {
  const texts = new Map<string, string>();
  const read = async (path: string): Promise<string | Buffer | undefined> =>
    path.startsWith(WIDGETS)
      ? readFile(join(bundleFolder, basename(path))).catch(() => undefined)
      : texts.get(path);

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void read(pathname).then((content) => {
      const type = extname(pathname) === '.js' ? 'text/javascript' : 'text/html';
      // Nothing is kept, so that every visit is a first one.
      const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' };
      response.writeHead(content === undefined ? 404 : 200, headers).end(content);
    });
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
