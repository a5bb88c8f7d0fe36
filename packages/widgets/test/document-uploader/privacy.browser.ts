// A person reads who opened their case and who did what with their documents, and decides who may look at them: on the page, by the keyboard, and
// with effect on what a reviewer of the real API is shown.

import { html, render } from 'lit';
import { CONSENT_DAYS, type Consent, type Review } from '@lintas/contract/documents';
import { documentsOf } from '@lintas/sdk/documents';
import { createStatusClient } from '@lintas/sdk/status';
import { sendKeys } from '@web/test-runner-commands';
import { addDocumentTexts } from '../../src/document-uploader/texts.ts';
import { accessList } from '../../src/document-uploader/privacy/access-list.ts';
import type { PrivacyActions } from '../../src/document-uploader/privacy/privacy.ts';
import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  call,
  callAsReviewer,
  findApi,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { decide, findIn, findPaper, give, hear, photo, showOpened, wordsIn } from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

addPseudoLanguage();
addDocumentTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

const REVIEWER = 'Nusantara Welcome House';

/** Whether the reviewer's queue has a document. */
async function isInQueue(id: string): Promise<boolean> {
  const { body } = await callAsReviewer<{ readonly data: readonly Review[] }>(
    'GET',
    '/v1/verifications?limit=100',
  );
  return body.data.some((review) => review.id === id);
}

/** The consents of the case, as the person reads them on another device. */
async function readConsents({ created: { reference, pin } }: Opened): Promise<readonly Consent[]> {
  const { url, key } = await findApi();
  const session = await createStatusClient({ baseUrl: url, key }).open({ reference, pin });
  const { data } = await documentsOf(session).consents();
  await session.close();
  return data;
}

/** As anybody can compute it: SHA-256 of the sentences, one on each line. */
async function hashOf(sentences: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sentences.join('\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What stands in an entry: the sentence, and the English one where nobody has checked the translation. */
function sentencesIn(entry: Element): string[] {
  const own = [...entry.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  const english = entry.querySelector('.checked-text[lang=en]');
  return [own, english ? [english] : []].flatMap((nodes) =>
    nodes.length > 0
      ? [
          nodes
            .map(({ textContent }) => textContent)
            .join('')
            .trim(),
        ]
      : [],
  );
}

/** A document that has arrived and waits for a person. */
async function handIn(shown: Opened): Promise<string> {
  const paper = await findPaper(shown, 'A photo of you');
  give(paper, await photo());
  await until(() => wordsIn(paper).includes(en.states.received));
  return until(() => shown.element.value[0]);
}

/** Opens one of the two sections by the keyboard. */
async function unfold(shown: Opened, section: 'accesses' | 'consents'): Promise<HTMLElement> {
  (await findIn(shown, `#${section}`)).focus();
  await sendKeys({ press: 'Enter' });
  return findIn(shown, `details[part=${section}][open]`);
}

/** How often a part of the API was asked for since the page was loaded. */
function countRequests(path: string): number {
  return performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname === path)
    .length;
}

const partnerIn = (section: HTMLElement, name: string): HTMLElement | undefined =>
  [...section.querySelectorAll<HTMLElement>('[part=partner]')].find((partner) =>
    wordsIn(partner).includes(name),
  );

describe('who looks at the documents', () => {
  let shown: Opened;
  let isHeard: (text: string) => Promise<true>;
  beforeEach(async () => {
    await resetNetwork();
    performance.clearResourceTimings();
    shown = await showOpened();
    isHeard = await hear(shown);
  });
  afterEach(() => shown.element.remove());

  it('can be read: what was done, with which paper, when, and by whom; and is fetched only when it is opened', async () => {
    const id = await handIn(shown);
    await decide(id, { outcome: 'needs_better_copy', reason: 'blurred' });
    assertEqual(countRequests('/v1/audit') + countRequests('/v1/consents'), 0, 'requests before');
    const section = await unfold(shown, 'accesses');
    const entries = await until(() => {
      const found = [...section.querySelectorAll('[part=access]')].map(wordsIn);
      return found.length > 0 && found;
    });
    const [newest = '', claim = ''] = entries;
    const begun = entries.find((entry) => entry.includes(en.privacy.actions['document.create'])) ?? '';
    assert(newest.includes(en.privacy.actions['document.review']), entries.join('\n'));
    assert(claim.includes(en.privacy.actions['document.claim']), entries.join('\n'));
    assert(newest.includes('Directorate General of Immigration'), newest);
    assert(newest.includes('A photo of you'), newest);
    assert(begun.includes(english.actors.applicant), entries.join('\n'));
    await isHeard(en.privacy.accessesHere(entries.length));
    await assertAccessible(shown.element);
  });

  it('tells when the case was opened and read, and what helps if that was somebody else', async () => {
    assertEqual((await call('GET', `/v1/applications/${shown.created.id}`)).status, 200, 'the answer');
    const section = await unfold(shown, 'accesses');
    const entries = await until(() => {
      const found = [...section.querySelectorAll('[part=access]')];
      return found.length > 0 && found;
    });
    const [read, opened] = entries.map(wordsIn);
    assertEqual(entries.length, 2, 'entries');
    assert(read?.includes(en.privacy.actions['application.read']), read ?? '');
    assert(read?.includes('Directorate General of Immigration'), read ?? '');
    assert(opened?.includes(en.privacy.actions['session.open']), opened ?? '');
    assert(opened?.includes('Nusantara'), opened ?? '');
    assertEqual(section.querySelectorAll('[part=access] time').length, 2, 'times');
    assert(wordsIn(section).includes(en.privacy.accessesNotYou), wordsIn(section));
  });

  it('shows older entries when they are asked for, and leads to the first of them', async () => {
    const id = await handIn(shown);
    // A list shows twenty at once: the authority fetches the paper more often than that.
    const path = `/v1/verifications/${id}/original`;
    for (let times = 0; times < 22; times++) assertEqual((await call('GET', path)).status, 200, 'the answer');
    const section = await unfold(shown, 'accesses');
    const entries = (): number => section.querySelectorAll('[part=access]').length;
    await until(() => entries() === 20);
    (await findIn(shown, '[part=more-button]')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => shown.root.activeElement?.id === 'access-20');
    assert(entries() > 22, `There are ${entries()}.`);
    assertEqual(section.querySelector('[part=more-button]'), null);
    const oldest = [...section.querySelectorAll('[part=access]')].at(-1);
    assert(wordsIn(oldest).includes(en.privacy.actions['session.open']), wordsIn(oldest));
    await assertAccessible(shown.element);
  });

  it('is the person’s to decide: let look, the reviewer has the document; taken back, they have not', async () => {
    const id = await handIn(shown);
    assertEqual(await isInQueue(id), false, 'in the queue before');
    const section = await unfold(shown, 'consents');
    const partner = await until(() => partnerIn(section, REVIEWER));
    for (const text of [en.privacy.meaning, en.privacy.refusing, en.privacy.takingBack]) {
      assert(wordsIn(section).includes(text), `${text} is missing.`);
    }
    const isEndSaid = (): boolean => wordsIn(section).includes(en.privacy.endsByItself(CONSENT_DAYS));
    assert(isEndSaid(), 'When it ends is missing.');
    const button = (): HTMLElement | null => partner.querySelector('button');
    while (shown.root.activeElement !== button()) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => wordsIn(partner).includes(en.privacy.outcomes.given));
    await until(() => shown.root.activeElement === partner.querySelector('h4'));
    await isHeard(en.privacy.outcomes.given);
    await until(() => !isEndSaid());
    assertEqual(await isInQueue(id), true, 'in the queue after it was given');
    await assertAccessible(shown.element);

    await sendKeys({ press: 'Tab' });
    assertEqual(shown.root.activeElement, button());
    assert(wordsIn(button()).includes(en.privacy.takeBack), wordsIn(button()));
    await sendKeys({ press: 'Enter' });
    await until(() => wordsIn(partner).includes(en.privacy.outcomes.takenBack));
    await isHeard(en.privacy.outcomes.takenBack);
    assert(wordsIn(partner).includes(en.privacy.mayNot), wordsIn(partner));
    assertEqual(await isInQueue(id), false, 'in the queue after it was taken back');
  });

  it('says when it could not be read or done, and goes on from there', async () => {
    await stopNetwork();
    const section = await unfold(shown, 'consents');
    const again = await until(() => section.querySelector<HTMLElement>('.notice button'));
    assert(wordsIn(section).includes(en.privacy.consentsUnreadable), wordsIn(section));
    await isHeard(en.privacy.consentsUnreadable);
    await startNetwork();
    again.click();
    const partner = await until(() => partnerIn(section, REVIEWER));
    await until(() => shown.root.activeElement?.id === 'consents');
    await stopNetwork();
    partner.querySelector('button')?.click();
    await until(() => wordsIn(partner).includes(en.privacy.outcomes.giveFailed));
    await isHeard(en.privacy.outcomes.giveFailed);
    assert(wordsIn(partner).includes(en.privacy.mayNot), wordsIn(partner));
  });
});

describe('what the person agreed to', () => {
  for (const [lang, isChecked] of [
    ['en', true],
    ['id', true],
    ['fa', false],
  ] as const) {
    it(`can be proved: the consent has the hash of exactly the words on the screen: ${lang}`, async () => {
      await resetNetwork();
      const shown = await showOpened(lang);
      const section = await unfold(shown, 'consents');
      const partner = await until(() => section.querySelector('[part=partner]'));
      const sentences = [...section.querySelectorAll('.meaning li')].flatMap(sentencesIn);
      assertEqual(sentences.length, isChecked ? 4 : 8, 'sentences');
      partner.querySelector('button')?.click();
      await until(() => partner.querySelector('[part=consent-outcome]'));
      const [consent, ...more] = await readConsents(shown);
      assertEqual(more.length, 0, 'more consents');
      assertEqual(consent?.language, lang);
      assertEqual(consent?.textHash, await hashOf(sentences));
      shown.element.remove();
    });
  }
});

describe('who looks at the documents, on a small phone', () => {
  for (const lang of ['en', 'id', 'ar']) {
    it(`fits, also at twice the size: ${lang}`, async () => {
      await resetNetwork();
      const phone = document.createElement('div');
      phone.style.inlineSize = '320px';
      document.body.append(phone);
      const shown = await showOpened(lang, phone);
      for (const section of ['accesses', 'consents'] as const) await unfold(shown, section);
      await findIn(shown, '[part=partner]');
      for (const size of ['', '200%']) {
        document.documentElement.style.fontSize = size;
        const { left, right } = phone.getBoundingClientRect();
        const wide = [...shown.root.querySelectorAll('.privacy *')]
          .map((element) => ({ name: element.localName, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1))
          .map(({ name }) => name);
        assertEqual(wide, [], `what is too wide at ${size || '100%'}`);
      }
      document.documentElement.style.fontSize = '';
      const item = shown.root.querySelector('.meaning li');
      const [list, entry] = [item?.parentElement, item].map((part) => part?.getBoundingClientRect());
      assert(list && entry, 'the list');
      assert(lang === 'ar' ? entry.right < list.right : entry.left > list.left, 'The list is not turned.');
      phone.remove();
    });
  }
});

describe('what was done, as a newer API tells it', () => {
  it('has a neutral sentence, and no code is shown', () => {
    const ignore = (): void => {};
    const actions: PrivacyActions = {
      openAccesses: ignore,
      readAccessesAgain: ignore,
      readOlderAccesses: ignore,
      openConsents: ignore,
      readConsentsAgain: ignore,
      giveConsent: ignore,
      takeConsentBack: ignore,
    };
    const entries = [{ at: '2026-11-24T07:38:00Z', by: { class: 'moon' }, action: 'document.teleport' }];
    const page = document.createElement('div');
    const reading = {
      messages: english,
      texts: en,
      reader: { lang: 'en', wanted: 'en' },
      languages: ['en'],
      now: Date.parse('2026-11-24T07:41:00Z'),
    };
    const accesses = { entries, unreadable: false, hasMore: false };
    render(html`${accessList({ accesses, nameOf: () => undefined }, actions, reading)}`, page);
    const text = wordsIn(page);
    assert(text.includes(en.privacy.actions.unknown) && text.includes(en.privacy.somebody), text);
    assert(!/moon|teleport|undefined/.test(text), text);
  });
});
