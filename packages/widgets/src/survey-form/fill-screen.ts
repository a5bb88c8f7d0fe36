// The screen with questions: how far, what is wrong, the questions, and the way on.

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Question, QuestionAnswer } from '@lintas/contract/surveys';
import { besideUnchecked } from '../case/reading.ts';
import type { Answering } from './answering.ts';
import { problemText } from './problem-text.ts';
import { questionEntry } from './question-entry.ts';
import { shownOn } from './screens.ts';
import type { Actions } from './stage.ts';
import type { ShowText, SurveyReading } from './survey-reading.ts';

export interface Filled {
  readonly answering: Answering;
  readonly remember: boolean;
  /** The browser keeps nothing, though the person wanted it. */
  readonly notKept: boolean;
  /** The answers were given to other questions than those that are asked now. */
  readonly isChanged: boolean;
  readonly show: ShowText;
  readonly give: (id: string, answer: QuestionAnswer | undefined, typed?: string) => void;
}

export function fillScreen(filled: Filled, actions: Actions, reading: SurveyReading): TemplateResult {
  const { answering, show } = filled;
  const { texts } = reading;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    actions.next();
  };
  const isLong = shownOn(answering.screen, answering.form).length > LONG;
  return html`<form class="fill ${isLong ? 'long' : ''}" novalidate part="form" @submit=${onSubmit}>
    ${filled.isChanged ? html`<p class="notice attention" part="changed" id="changed" tabindex="-1">${texts.changed}</p>` : nothing}
    ${progress(answering, reading)} ${summary(filled, actions, reading)}
    ${answering.screen.map(
      ({ page, blocks }) =>
        html`${page.title ? html`<h3 part="page-title">${show(page.title)}</h3>` : nothing}
        ${blocks.map((questions) => block(questions, filled, reading))}`,
    )}
    ${ownDevice(filled, actions, reading)}
    <div class="row">
      ${
        answering.isFirst
          ? nothing
          : html`<button type="button" part="back-button" @click=${actions.back}>${texts.back}</button>`
      }
      <button type="submit" class="primary" part="next-button">
        ${answering.isLast ? texts.toReview : texts.next}
      </button>
    </div>
  </form>`;
}

/** From so many questions on, browsers lay out only the blocks near the part that is seen. */
const LONG = 30;

/** Shown anew only when something in it changed: an answer costs the same in a form of ten and of a thousand. */
function block(questions: readonly Question[], filled: Filled, reading: SurveyReading): unknown {
  const { answering } = filled;
  return guard([questions, answering.revisionOf(questions), reading.texts, reading.reader.wanted], () => {
    const shown = questions.filter(({ id }) => answering.form.isShown(id));
    if (shown.length === 0) return nothing;
    return html`<div class="block">
      ${repeat(
        shown,
        ({ id }) => id,
        (question) => oneQuestion(question, filled, reading),
      )}
    </div>`;
  });
}

function oneQuestion(question: Question, { answering, show, give }: Filled, reading: SurveyReading): unknown {
  const { id } = question;
  return guard([answering.revisionOf([question]), reading.texts, reading.reader.wanted], () => {
    const key = answering.idOf(id);
    const problem = answering.problems.get(id);
    const hasHelp = question.help !== undefined || question.kind === 'multi';
    return questionEntry({
      problem,
      show,
      entry: {
        question,
        id: key,
        labelledBy: `${key}-words`,
        describedBy: [hasHelp && `${key}-help`, problem && `${key}-error`].filter(Boolean).join(' '),
        isInvalid: problem !== undefined,
        get answer() {
          return answering.form.answerOf(id);
        },
        get typed() {
          return answering.typed.get(id);
        },
        seed: answering.seed,
        reading,
        give: (answer, typed) => give(id, answer, typed),
      },
    });
  });
}

function progress({ form, step }: Answering, { texts }: SurveyReading): TemplateResult {
  const { answered, asked } = form.progress();
  const words = texts.answered(answered, asked);
  return html`<div class="progress" part="progress">
    <p class="soft">
      ${step.of > 1 ? html`<strong tabindex="-1" id="step">${texts.step(step.number, step.of)}</strong>` : nothing}
      <span>${words}</span>
    </p>
    <progress max=${Math.max(asked, 1)} .value=${answered} aria-label=${words}></progress>
  </div>`;
}

/** After GOV.UK's error summary: it takes the focus, and each line leads to its question. */
function summary(
  { answering, show }: Filled,
  actions: Actions,
  reading: SurveyReading,
): TemplateResult | typeof nothing {
  const { problems } = answering;
  if (problems.size === 0) return nothing;
  return html`<div
    class="notice error"
    part="problems"
    id="problems"
    tabindex="-1"
    role="group"
    aria-labelledby="problems-title"
  >
    <h3 id="problems-title">${reading.texts.problemsTitle}</h3>
    <ul>
      ${[...problems].map(([id, problem]) => {
        const question = answering.questionOf(id);
        return (
          question &&
          html`<li>
            <a href="#${answering.idOf(id)}" @click=${onLink(() => actions.goToProblem(id))}
              ><span class="line">${show(question.text)}</span>
              <strong class="line">${problemText(question, problem, reading)}</strong></a
            >
          </li>`
        );
      })}
    </ul>
  </div>`;
}

/** Fragments do not reach into a shadow root, and change the page's address. */
function onLink(go: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    go();
  };
}

function ownDevice(
  { answering, remember, notKept }: Filled,
  actions: Actions,
  reading: SurveyReading,
): TemplateResult {
  const { device } = reading.texts;
  const means = ({ texts }: Pick<SurveyReading, 'texts'>): string =>
    `${texts.device.keepMeans}${answering.survey.access === 'open' ? '' : ` ${texts.device.onceOnly}`}`;
  const onChange = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) actions.setRemember(currentTarget.checked);
  };
  return html`<div class="own-device" part="own-device">
    <label class="option"
      ><input
        type="checkbox"
        aria-describedby="own-device-means"
        .checked=${remember}
        @change=${onChange}
      /><span>${device.keep}</span></label
    >
    <p class="soft" id="own-device-means">
      ${means(reading)} ${besideUnchecked((each) => `${each.texts.device.keep}. ${means(each)}`, reading)}
    </p>
    ${notKept ? html`<p class="notice attention">${device.notKept}</p>` : nothing}
  </div>`;
}
