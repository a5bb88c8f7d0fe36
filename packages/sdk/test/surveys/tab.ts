// A page that answers questionnaires, for tests that close it, open it again, and have two of it at once.

import type { SubmitResponse } from '@lintas/contract/surveys';
import { createSurveysClient } from '@lintas/sdk/surveys';
import { keepDraft, recallDraft, type Draft } from '@lintas/sdk/surveys/drafts';
import { openResponseQueue, type AddOutcome, type QueueState } from '@lintas/sdk/surveys/queue';

export interface Tab {
  state(): QueueState;
  add(survey: string, response: SubmitResponse): Promise<AddOutcome>;
  sendAll(): Promise<void>;
  clearDevice(): Promise<void>;
  keepDraft(draft: Draft): Promise<boolean>;
  recallDraft(survey: string): Promise<Draft | undefined>;
}

const { api = '', key = '', keeps, tells } = Object.fromEntries(new URLSearchParams(location.search));
if (keeps === 'nothing') keepNothing();
if (tells === 'nobody') Reflect.deleteProperty(window, 'BroadcastChannel');

const timing = { oneTry: 2_000, wholeCall: 2_500, tries: 2, firstBackoff: 50 };
const queue = openResponseQueue(createSurveysClient({ baseUrl: api, key, timing }));

const tab: Tab = {
  state: () => queue.state,
  add: queue.add,
  sendAll: queue.sendAll,
  clearDevice: queue.clearDevice,
  keepDraft,
  recallDraft,
};
Object.assign(window, { tab });

/** As in a frame of another site, where a person lets those keep nothing. */
function keepNothing(): void {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  Object.defineProperty(window, 'indexedDB', { get: refuse });
  Object.defineProperty(window, 'BroadcastChannel', {
    value: function () {
      refuse();
    },
  });
}
