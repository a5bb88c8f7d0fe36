// Questions with native radios or checkboxes: scales, one of several, some of several, consent.

import { SCALES, isScale, optionsInOrder, type QuestionAnswer } from '@lintas/contract/surveys';
import { pickText } from '@lintas/contract/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { apiText } from '../../case/reading.ts';
import { face } from '../pictograms.ts';
import type { QuestionEntry } from '../registry.ts';

/** Faces help where there are few points; more of them cannot be told apart. */
const MOST_FACES = 6;

/** A whole number on a scale. Points have their names; those without one have their number. */
export function scale(entry: QuestionEntry): TemplateResult {
  const { question, answer, reading } = entry;
  const [lowest, highest] = isScale(question.kind) ? SCALES[question.kind] : [1, 1];
  const values = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  const hasFaces = values.length <= MOST_FACES;
  const points = new Map((question.points ?? []).map((point) => [point.value, point]));
  const isNamed = values.every((value) => points.has(value));
  return html`<div class="options scale ${hasFaces ? 'faces' : 'numbers'} ${isNamed ? 'named' : ''}">
      ${values.map((value) => {
        const point = points.get(value);
        const words = point ? apiText(point.label, reading) : undefined;
        return hasFaces
          ? radio(entry, value, answer === value, words ?? value, face((value - lowest) / (highest - lowest)))
          : radio(entry, value, answer === value, number(value, words));
      })}
    </div>
    ${hasFaces ? nothing : ends(entry, values)} ${declineRadio(entry)}`;
}

export function single(entry: QuestionEntry): TemplateResult {
  const { question, answer, seed, reading } = entry;
  return html`<div class="options">
    ${optionsInOrder(question, seed).map(({ value, label, pictogramUrl }) =>
      radio(entry, value, answer === value, apiText(label, reading), picture(pictogramUrl)),
    )}
    ${declineRadio(entry)}
  </div>`;
}

export function multi(entry: QuestionEntry): TemplateResult {
  const { question, seed, reading } = entry;
  const chosenNow = (): readonly string[] => (Array.isArray(entry.answer) ? entry.answer : []);
  const chosen = chosenNow();
  const options = optionsInOrder(question, seed);
  const choose = (value: string, isChosen: boolean): void => {
    const isAlone = (each: string): boolean =>
      options.find((option) => option.value === each)?.alone === true;
    // What stands alone takes the others away, and goes when another is chosen.
    const kept =
      isChosen && isAlone(value)
        ? []
        : chosenNow().filter((each) => each !== value && !(isChosen && isAlone(each)));
    entry.give(isChosen ? [...kept, value] : kept);
  };
  return html`<div class="options">
    ${options.map(({ value, label, pictogramUrl }) =>
      checkbox(
        entry,
        chosen.includes(value),
        (isChosen) => choose(value, isChosen),
        apiText(label, reading),
        picture(pictogramUrl),
      ),
    )}
    ${declineBox(entry)}
  </div>`;
}

export function consent(entry: QuestionEntry): TemplateResult {
  const { answer, reading } = entry;
  return html`<div class="options">
    ${checkbox(
      entry,
      answer === true,
      (isChosen) => entry.give(isChosen ? true : undefined),
      reading.texts.consent,
    )}
    ${declineBox(entry)}
  </div>`;
}

/** "I prefer not to say", beside fields: a checkbox of its own. */
export function declineBox(entry: QuestionEntry): TemplateResult | typeof nothing {
  const { question, answer, reading } = entry;
  if (question.mayDecline !== true) return nothing;
  return checkbox(
    entry,
    answer === null,
    (isChosen) => entry.give(isChosen ? null : undefined),
    reading.texts.decline,
    nothing,
    'decline',
  );
}

/** "I prefer not to say", as one more answer. */
function declineRadio(entry: QuestionEntry): TemplateResult | typeof nothing {
  const { question, answer, reading } = entry;
  if (question.mayDecline !== true) return nothing;
  return radio(entry, null, answer === null, reading.texts.decline, nothing, 'decline');
}

type Words = TemplateResult | typeof nothing | string | number;
type Picture = TemplateResult | typeof nothing;

function radio(
  { id, give }: QuestionEntry,
  value: QuestionAnswer,
  isChosen: boolean,
  words: Words,
  image: Picture = nothing,
  kind = '',
): TemplateResult {
  return html`<label class="option ${kind}"
    ><input type="radio" name=${id} .checked=${live(isChosen)} @change=${() => give(value)} />${image}<span
      >${words}</span
    ></label
  >`;
}

function checkbox(
  { id }: QuestionEntry,
  isChosen: boolean,
  choose: (isChosen: boolean) => void,
  words: Words,
  image: Picture = nothing,
  kind = '',
): TemplateResult {
  const onChange = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) choose(currentTarget.checked);
  };
  return html`<label class="option ${kind}"
    ><input type="checkbox" name=${id} .checked=${live(isChosen)} @change=${onChange} />${image}<span
      >${words}</span
    ></label
  >`;
}

/** The number is what is seen; the name of the point is heard, too. */
function number(value: number, words: Words | undefined): Words {
  return words === undefined ? value : html`${value}<span class="visually-hidden"> ${words}</span>`;
}

/** What the ends of a scale of numbers mean, for who sees it. */
function ends(
  { question, reading }: QuestionEntry,
  values: readonly number[],
): TemplateResult | typeof nothing {
  const words = [values[0], values.at(-1)].map((value) => {
    const label = question.points?.find((point) => point.value === value)?.label;
    return (
      label && pickText(label, reading.languages) && html`<span>${value}: ${apiText(label, reading)}</span>`
    );
  });
  return words.some(Boolean) ? html`<p class="ends soft" aria-hidden="true">${words}</p>` : nothing;
}

function picture(url: string | undefined): TemplateResult | typeof nothing {
  if (url === undefined) return nothing;
  return html`<img class="picture" src=${url} alt="" loading="lazy" referrerpolicy="no-referrer" />`;
}
