// Everything that needs the real API, against one: starting it takes seconds.

import { after, describe } from 'node:test';
import { consenting } from './against-the-api/consenting.ts';
import { followingACase } from './against-the-api/following.ts';
import { leaving } from './against-the-api/leaving.ts';
import { restarting } from './against-the-api/restarting.ts';
import { working } from './against-the-api/working.ts';
import { startReferenceApi } from './support/reference-api.ts';

const api = await startReferenceApi();
after(() => api[Symbol.asyncDispose]());

describe('an authority’s system at work', () => working(api));
describe('consenting', () => consenting(api));
describe('following a case', () => followingACase(api));
describe('leaving', () => leaving(api));
describe('a server that is killed', () => restarting(api));
