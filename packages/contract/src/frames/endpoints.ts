// The calls behind elements in a frame. Browsers make them by themselves: they ask for a page and its files.

import { endpoint } from '../core/index.ts';
import { FrameQuery } from './inputs.ts';

/** Answers 404 where the operator serves no elements. Only pages of the key's origins may show it. */
export const getFrame = endpoint({
  id: 'getFrame',
  summary: 'Open the page in which elements stand apart from the page around them',
  method: 'GET',
  path: '/v1/frame',
  auth: 'none',
  query: FrameQuery,
  bytes: { answer: 'text/html' },
  problems: ['invalid-request'],
});

export const getElementFile = endpoint({
  id: 'getElementFile',
  summary: 'Read a file of the elements, for the page in a frame',
  method: 'GET',
  path: '/v1/elements/{file}',
  auth: 'none',
  bytes: { answer: 'text/javascript' },
  etag: true,
});
