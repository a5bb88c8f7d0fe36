// Uploads against the real API: starting it takes seconds.

import { after, describe } from 'node:test';
import { losing } from './against-the-api/losing.ts';
import { steering } from './against-the-api/steering.ts';
import { stopping } from './against-the-api/stopping.ts';
import { uploading } from './against-the-api/uploading.ts';
import { startReferenceApi } from './support/reference-api.ts';

const api = await startReferenceApi();
after(() => api[Symbol.asyncDispose]());

describe('files on their way', { timeout: 300_000 }, () => uploading(api));
describe('files and who sends them', { timeout: 120_000 }, () => steering(api));
describe('files that are stopped', { timeout: 120_000 }, () => stopping(api));
describe('files whose surroundings go', { timeout: 120_000 }, () => losing(api));
