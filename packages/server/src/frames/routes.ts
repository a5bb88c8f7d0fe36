// The frame's page, and the files that it loads.

import type { ENDPOINTS } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty, answerWhole } from '../http/answer.ts';
import type { Handler } from '../http/call.ts';
import { takesGzip } from '../http/compression.ts';
import { identifyPage } from '../http/credentials.ts';
import { unhex } from '../identifiers.ts';
import { Refusal } from '../http/problems.ts';
import { matches } from '../http/route.ts';
import { framePage, framePolicy } from './page.ts';

type Calls = typeof ENDPOINTS;

export function getFrame(dependencies: Dependencies): Handler<Calls['getFrame']> {
  return {
    for: 'bytes',
    async answer({ query, exchange }) {
      if (!dependencies.elements) throw new Refusal('not-found');
      const { origins } = await identifyPage(unhex(query.page), exchange, dependencies);
      const { headers } = exchange;
      headers['Content-Type'] = 'text/html; charset=utf-8';
      headers['Content-Security-Policy'] = framePolicy(origins);
      return answerWhole(exchange, new TextEncoder().encode(framePage(origins)));
    },
  };
}

/** A name with the hash of what is in it. */
const HASHED = /-[\w-]{8}\.js$/;

export function getElementFile({ elements }: Dependencies): Handler<Calls['getElementFile']> {
  return {
    for: 'bytes',
    async answer({ params, header, exchange }) {
      await Promise.resolve();
      const file = elements?.get(params.file);
      if (!file) throw new Refusal('not-found');
      const { headers } = exchange;
      const compressed = takesGzip(header('Accept-Encoding') ?? null);
      headers['Vary'] = 'Origin, Accept-Encoding';
      headers['Cache-Control'] = HASHED.test(params.file)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache';
      headers['ETag'] = compressed ? `W/${file.etag}` : file.etag;
      if (matches(header('If-None-Match') ?? null, file.etag)) return answerEmpty(exchange, 304);
      headers['Content-Type'] = 'text/javascript; charset=utf-8';
      if (compressed) headers['Content-Encoding'] = 'gzip';
      return answerWhole(exchange, compressed ? file.gzip : file.bytes);
    },
  };
}
