// What questions say of each other: conditions, skips and answers in texts. All of it leads from an earlier question to
// a later one, so that a form can be walked through once, and no answer decides about itself.

import type { FieldError } from '../core/index.ts';
import type { Condition } from './conditions.ts';
import { canBePiped, questionsPipedInto } from './form/piping.ts';
import { isScale } from './answers.ts';
import type { QuestionInput, SurveyInput } from './inputs.ts';
import { fieldError, within } from './publish-errors.ts';
import { textsOf } from './publish-texts.ts';
import { END, SCALES } from './vocabulary.ts';

interface PlacedQuestion {
  readonly question: QuestionInput;
  readonly position: number;
  readonly page: number;
}

/** Whether something at a place may refer to a question. */
type MayRefer = (to: PlacedQuestion) => boolean;

export function referenceErrors(survey: SurveyInput): FieldError[] {
  const { pages } = survey;
  const places = new Map<string, PlacedQuestion>();
  pages.forEach(({ questions }, page) => {
    for (const question of questions) places.set(question.id, { question, page, position: places.size });
  });
  const isShuffled = (page: number) => pages[page]?.shuffled === true;
  /** Earlier on the way through the form, whatever the order within a shuffled page. */
  const earlierThan =
    (from: Pick<PlacedQuestion, 'page' | 'position'>): MayRefer =>
    (to) =>
      to.page < from.page || (to.page === from.page && to.position < from.position && !isShuffled(from.page));

  const pageErrors = pages.flatMap(({ showIf }, page) => {
    const inPageBefore: MayRefer = (to) => to.page < page;
    return showIf ? within(`/pages/${page}/showIf`, conditionErrors(showIf, places, inPageBefore)) : [];
  });
  const questionErrors = [...places.values()].flatMap((place) => {
    const { question, page, position } = place;
    const at = `/pages/${page}/questions/${pages[page]?.questions.indexOf(question) ?? 0}`;
    const earlier = earlierThan(place);
    const { showIf } = question;
    const skips = 'skipTo' in question ? (question.skipTo ?? []) : [];
    return [
      ...(showIf ? within(`${at}/showIf`, conditionErrors(showIf, places, earlier)) : []),
      ...skips.flatMap(({ when, to }, i) => [
        ...within(
          `${at}/skipTo/${i}/when`,
          conditionErrors(when, places, (other) => earlier(other) || other.position === position),
        ),
        ...(leadsOn(to, place) ? [] : [fieldError(`${at}/skipTo/${i}/to`, 'not_later', NOT_LATER)]),
      ]),
    ];
  });
  return [...pageErrors, ...questionErrors, ...pipingErrors()];

  function leadsOn(to: string, { page, position }: PlacedQuestion): boolean {
    if (isShuffled(page)) return false;
    if (to === END) return true;
    const target = places.get(to);
    if (target) return target.position > position && !isShuffled(target.page);
    return pages.findIndex(({ id }) => id === to) > page;
  }

  function pipingErrors(): FieldError[] {
    return textsOf(survey).flatMap(([pointer, text]) => {
      const [, page, position] = /^\/pages\/(\d+)\/questions\/(\d+)\//.exec(pointer) ?? [];
      const id = pages[Number(page)]?.questions[Number(position)]?.id ?? '';
      const earlier = earlierThan(places.get(id) ?? { page: 0, position: 0 });
      const piped = Object.values(text).flatMap((wording) => questionsPipedInto(wording.text));
      const canStand = (name: string) => {
        const from = places.get(name);
        return (
          from !== undefined && /\/(text|help)$/.test(pointer) && canBePiped(from.question) && earlier(from)
        );
      };
      return piped.every(canStand) ? [] : [fieldError(pointer, 'cannot_be_piped', CANNOT_BE_PIPED)];
    });
  }
}

const NOT_LATER =
  'A skip leads to a later question or page, or to "end", and not out of or into a shuffled page.';
const CANNOT_BE_PIPED =
  'Only an earlier answer in one piece that is not sensitive can stand in a text or help.';

/** A condition looks at earlier questions, and for values that they can have. */
function conditionErrors(
  condition: Condition,
  places: ReadonlyMap<string, PlacedQuestion>,
  mayRefer: MayRefer,
): FieldError[] {
  const { of, question: id } = condition;
  if (of) return of.flatMap((part, i) => within(`/of/${i}`, conditionErrors(part, places, mayRefer)));
  const place = places.get(id ?? '');
  if (!place || !mayRefer(place)) {
    return [fieldError('/question', 'not_earlier', 'A condition looks at an earlier question.')];
  }
  return canHold(condition, place.question)
    ? []
    : [fieldError('', 'cannot_hold', 'The question that this condition looks at has no such answer.')];
}

/** Whether a test fits the kind of question that it looks at. */
function canHold({ kind, row, value, values }: Condition, question: QuestionInput): boolean {
  if (question.kind === 'info') return false;
  if (kind === 'answered') return true;
  if (kind === 'declined') return question.mayDecline === true;
  if (kind === 'at_least' || kind === 'at_most') return isScale(question.kind) || question.kind === 'number';
  if (kind === 'includes') return question.kind === 'multi' && hasOption(question, value);
  if ((row !== undefined) !== (question.kind === 'matrix')) return false;
  if (question.kind === 'matrix' && !question.rows.some(({ id }) => id === row)) return false;
  return (values ?? [value]).every((each) => isPossible(question, each));
}

function isPossible(question: QuestionInput, value: string | number | undefined): boolean {
  const { kind } = question;
  if (isScale(kind)) {
    const [lowest, highest] = SCALES[kind];
    return typeof value === 'number' && value >= lowest && value <= highest;
  }
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'single' || kind === 'matrix') return hasOption(question, value);
  return (kind === 'text' || kind === 'date') && typeof value === 'string';
}

function hasOption(question: QuestionInput, value: string | number | undefined): boolean {
  return 'options' in question && question.options.some((option) => option.value === value);
}
