// What a person stops sending is gone from the screen, and does not come back as something that they left unfinished.

import { isUnfinished, type DocumentList } from '@lintas/contract/documents';
import { messages as en } from '../../src/locales/documents/en.ts';
import { assertEqual, until } from '../core/assert.ts';
import { call, resetNetwork, slowDown } from '../../../tooling/src/browser-tests/api.ts';
import { decide, findButton, findPaper, give, largePdf, photo, showOpened, wordsIn } from './uploader.ts';

describe('a file that is taken back in the middle of its way', () => {
  it('is gone, and nothing of it stays on the screen', async () => {
    await resetNetwork();
    const shown = await showOpened();
    const countUnfinished = async (): Promise<number> => {
      const { body } = await call<DocumentList>('GET', `/v1/applications/${shown.created.id}/documents`);
      return body.data.filter(({ state }) => isUnfinished(state)).length;
    };
    const portrait = await findPaper(shown, 'A photo of you');
    give(portrait, await photo());
    await until(() => wordsIn(portrait).includes(en.states.received));
    await slowDown(200_000);
    const paper = await findPaper(shown, 'Something else');
    give(paper, largePdf());
    await until(async () => (await countUnfinished()) === 1);
    // What is decided has the list read again, in which the file is as well.
    const [first = ''] = shown.element.value;
    await decide(first, { outcome: 'needs_better_copy', reason: 'blurred' });
    await until(() => wordsIn(portrait).includes(en.states.needs_better_copy));

    (await findButton(paper, en.sending.cancel)).click();
    const left = (): number =>
      paper.querySelectorAll('[part~=document], [part~=file]').length +
      shown.root.querySelectorAll('[part~=unfinished]').length;
    await shown.element.updateComplete;
    assertEqual(left(), 0, 'what is left at once');
    await until(async () => (await countUnfinished()) === 0);
    assertEqual(left(), 0, 'what is left in the end');
    shown.element.remove();
    await resetNetwork();
  });
});
