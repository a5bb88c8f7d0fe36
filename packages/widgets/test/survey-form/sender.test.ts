// Where nothing can be kept, an answer is tried once, so that nobody waits twice to hear that there is no network.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSurveysClient, newReceipt, type SurveysClient } from '@lintas/sdk/surveys';
import { openResponseQueue } from '@lintas/sdk/surveys/queue';
import { send } from '../../src/survey-form/sender.ts';

test('an answer that can be neither sent nor kept is tried once, and the person is told why', async () => {
  let tries = 0;
  // Nothing listens there.
  const unreachable = createSurveysClient({ baseUrl: 'http://127.0.0.1:9', key: 'pk_test' });
  const client: SurveysClient = {
    ...unreachable,
    respond: (...call) => {
      tries += 1;
      return unreachable.respond(...call);
    },
  };
  const queue = openResponseQueue(client);
  const response = { version: 1, language: 'en', receipt: newReceipt(), answers: {} };
  const stage = await send({ survey: 'any', response }, true, { client, queue });
  assert.deepEqual(stage, { kind: 'unsent', failure: { kind: 'offline' } });
  assert.equal(tries, 1);
  queue.close();
});
