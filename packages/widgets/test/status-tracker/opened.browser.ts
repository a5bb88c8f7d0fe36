// What a person sees of an opened case.

import { assert, assertEqual, until } from '../core/assert.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as id } from '../../src/locales/id.ts';
import {
  append,
  ASKED,
  CHECKED,
  createCase,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showCase, showTracker, textOf, type Shown } from './tracker.ts';

describe('an opened case', () => {
  let shown: Shown;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => shown.element.remove());

  async function openWith(...events: Parameters<typeof append>[1][]): Promise<void> {
    const created = await createCase();
    await append(created, ...events);
    shown = await showTracker();
    await open(shown, created);
  }

  it('takes the focus to its heading, and the PIN is gone', async () => {
    const { created, ...rest } = await showCase();
    shown = rest;
    await until(() => shown.root.activeElement?.matches('h2'));
    assertEqual(shown.root.querySelector('input'), null);
    assert(!shown.root.textContent?.includes(created.pin), 'The PIN is on the page.');
    assert(!shown.root.textContent?.includes(created.reference), 'The reference is on the page.');
  });

  it('shows its way as a labelled list whose steps say in words how they are', async () => {
    await openWith(RECEIVED, IN_REVIEW);
    const section = await find(shown, '[part=steps]');
    assertEqual(section.firstElementChild?.textContent?.trim(), en.phase.title);
    const list = await find(shown, '[part=steps] ol');
    assertEqual(list.getAttribute('role'), 'list');
    const words = [...list.children].map((step) => step.textContent?.replaceAll(/\s+/g, ' ').trim());
    assertEqual(words, [
      `${en.phases.sent} ${en.phase.done}`,
      `${en.phases.received} ${en.phase.done}`,
      `${en.phases.checks} ${en.phase.current}`,
      `${en.phases.decision} ${en.phase.ahead}`,
      `${en.phases.document} ${en.phase.ahead}`,
    ]);
    assertEqual(list.querySelectorAll('[aria-current=step]').length, 1);
  });

  it('says what to do and by when, with the zone, and how', async () => {
    await openWith(RECEIVED, IN_REVIEW, ASKED);
    const deadline = 'Wednesday 3 March 2027, 16:00 WIB';
    const plain = (text: string): string => text.replaceAll(',', '');
    assert(plain(textOf(shown, 'headline')).includes(plain(deadline)), textOf(shown, 'headline'));
    assert(plain(textOf(shown, 'to-do')).includes(plain(deadline)), textOf(shown, 'to-do'));
    assert(textOf(shown, 'to-do').includes('Bring it to counter 4'), 'No way to do it.');
    assertEqual((await find(shown, '[part=deadline] time')).getAttribute('datetime'), '2027-03-03T09:00:00Z');
  });

  it('says once when an appointment is, and gives it no deadline beside', async () => {
    const at = { at: '2027-03-03T09:00:00Z', zone: 'Asia/Jakarta' };
    await openWith(RECEIVED, IN_REVIEW, {
      code: 'appointment_made',
      change: 'information',
      appointment: { at, place: { en: { text: 'Counter 4', reviewed: 'peer' } }, bring: [] },
      tasks: [{ kind: 'attend', title: { en: { text: 'Come', reviewed: 'peer' } }, state: 'open', due: at }],
    });
    await until(() => textOf(shown, 'to-do').includes('Counter 4'));
    assertEqual(shown.root.querySelectorAll('[part=deadline]').length, 1);
  });

  it('does not go on asking for what was sent', async () => {
    await openWith(RECEIVED, IN_REVIEW, {
      ...ASKED,
      tasks: ASKED.tasks?.map((task) => ({ ...task, state: 'sent' })),
    });
    assert(
      textOf(shown, 'headline').includes(en.statuses.action_required({ allSent: true })),
      textOf(shown, 'headline'),
    );
    assert(!textOf(shown, 'headline').includes('We need something'), textOf(shown, 'headline'));
  });

  it('says why a task has to be done again, and that a date has passed', async () => {
    await openWith(RECEIVED, {
      ...ASKED,
      tasks: [
        {
          kind: 'upload',
          title: { en: { text: 'A', reviewed: 'peer' } },
          state: 'rejected',
          reason: 'documents_unclear',
        },
        {
          kind: 'answer',
          title: { en: { text: 'B', reviewed: 'peer' } },
          state: 'overdue',
          due: { at: '2026-03-03T09:00:00Z', zone: 'Asia/Jakarta' },
        },
        {
          kind: 'upload',
          title: { en: { text: 'C', reviewed: 'peer' } },
          state: 'open',
          reason: 'documents_missing',
        },
      ],
    });
    const text = textOf(shown, 'to-do');
    assert(text.includes(en.reasons.documents_unclear), text);
    assert(text.includes(`C Because ${en.reasons.documents_missing}.`), text);
    assert(text.includes(en.taskStates.overdue), text);
  });

  it('shows what is checked side by side, an estimate with its basis, and since when nothing changed', async () => {
    await openWith(
      {
        ...RECEIVED,
        checks: [
          { kind: 'identity', state: 'in_progress' },
          { kind: 'medical', state: 'exempt' },
        ],
      },
      {
        code: 'estimate_updated',
        change: 'information',
        estimate: {
          basis: 'percentile',
          earliest: '2030-01-10',
          latest: '2030-03-20',
          percentile: 80,
          sample: 412,
          asOf: '2026-03-01',
          overdue: false,
        },
      },
    );
    assert(
      textOf(shown, 'checks').includes(`${en.checks.identity} ${en.checkStates.in_progress}`),
      textOf(shown, 'checks'),
    );
    const expectation = textOf(shown, 'expectation');
    assert(expectation.includes('10 January') && expectation.includes('20 March 2030'), expectation);
    assert(expectation.includes('412'), expectation);
    assert(
      /Nothing has changed since .* We checked at \d\d:\d\d/.test(textOf(shown, 'freshness')),
      'No freshness.',
    );
  });

  it('says honestly that nobody knows when', async () => {
    await openWith(RECEIVED);
    assert(textOf(shown, 'expectation').includes(en.estimate.unknown), textOf(shown, 'expectation'));
  });

  it('explains a step back, and shows it in the history with its reason', async () => {
    await openWith(RECEIVED, IN_REVIEW, CHECKED, {
      code: 'sent_back_for_checks',
      change: 'regression',
      to: 'in_review',
      reason: 'new_information',
    });
    assert(textOf(shown, 'step-back').includes(en.reasons.new_information), textOf(shown, 'step-back'));
    assert(textOf(shown, 'history').includes(en.history.stepBack), textOf(shown, 'history'));
  });

  it('shows what has happened, newest first, with a day alone where no time is known', async () => {
    await openWith(RECEIVED, { ...IN_REVIEW, precision: 'day' });
    const [newest] = await until(() => {
      const entries = [...shown.root.querySelectorAll('[part=event]')];
      return entries.length >= 3 && entries;
    });
    const time = newest?.querySelector('time');
    assert(!/\d\d:\d\d/.test(time?.textContent ?? '00:00'), `A made-up time: ${time?.textContent}`);
    assert(/^\d{4}-\d\d-\d\d$/.test(time?.dateTime ?? ''), 'No plain day for machines.');
    assert(newest?.textContent?.includes(en.actors.authority), 'Nobody did it.');
  });

  it('keeps the decision to itself until the person reads it, and hides it again', async () => {
    await openWith(RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    assert(!textOf(shown).includes(en.outcomes.refused), 'The outcome is on the page.');
    performance.clearResourceTimings();
    (await find(shown, '[part=read-button]')).click();
    const outcome = await find(shown, '[part=outcome] h4');
    await until(() => shown.root.activeElement === outcome);
    const text = textOf(shown, 'outcome');
    for (const part of [en.outcomes.refused, en.reasons.requirements_not_met, '3 March 2027']) {
      assert(text.includes(part), `${part} is missing: ${text}`);
    }
    const deadline = await find(shown, '[part=outcome] [part=deadline]');
    assert(deadline.textContent?.includes('3 March 2027'), 'The deadline looks like any other sentence.');
    assert(!text.includes(en.nextSteps.ask_for_review), `Said twice: ${text}`);
    await find(shown, '[part=legal-help] slot[name=legal-help]');
    const last = (await find(shown, '[part=steps] ol')).lastElementChild;
    assertEqual(last?.querySelector('.when') ?? null, null);
    (await find(shown, '[part=hide-button]')).click();
    await until(() => shown.root.activeElement?.matches('[part=read-button]'));
    assert(!textOf(shown).includes(en.outcomes.refused), 'The outcome is still on the page.');
  });

  it('folds away what kind of case it is', async () => {
    await openWith(RECEIVED);
    const details = await find<HTMLDetailsElement>(shown, '[part=details] details');
    assertEqual(details.open, false);
    assert(details.textContent?.includes(en.kinds.stay_limited), 'No kind.');
  });

  it('changes its language while it is open', async () => {
    await openWith(RECEIVED, IN_REVIEW);
    shown.element.lang = 'id';
    await until(() => textOf(shown, 'headline') === id.statuses.in_review({}));
    assert(textOf(shown, 'history').includes('Petugas mulai memeriksa'), textOf(shown, 'history'));
    assertEqual((await find(shown, '.root')).lang, 'id');
  });
});
