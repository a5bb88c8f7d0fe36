// Uploads against the real API: starting it takes seconds.

import { after, describe } from 'node:test';
import { uploading } from './against-the-api/uploading.ts';
import { startReferenceApi } from './support/reference-api.ts';

const api = await startReferenceApi();
after(() => api[Symbol.asyncDispose]());

describe('files on their way', () => uploading(api));
