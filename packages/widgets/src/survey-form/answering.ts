// A questionnaire that is being answered: which screen is shown, what is wrong on it, and what has to be shown anew.
// No screen and no network; whoever shows it is told when something changed.

import {
  openForm,
  questionsPipedInto,
  type AnswerProblem,
  type Answers,
  type Form,
  type Question,
  type QuestionAnswer,
  type Survey,
} from '@lintas/contract/surveys';
import { isBuiltIn, rendererOf } from './kinds/index.ts';
import { isShown, neighbour, screensOf, shownOn, type Layout, type Screen } from './screens.ts';

/** A form as it is begun, or as it was left. */
export interface Begun {
  readonly layout: Layout;
  readonly seed: number;
  readonly answers?: Answers | undefined;
  /** Position of the page of the questionnaire that was shown last. */
  readonly page?: number | undefined;
}

export class Answering {
  readonly survey: Survey;
  readonly seed: number;
  readonly form: Form;
  readonly screens: readonly Screen[];
  /** What was typed, where that is not the answer itself. */
  readonly typed = new Map<string, string>();
  /** What is wrong, as far as the person has been told; in the order of the screen. */
  problems: ReadonlyMap<string, AnswerProblem> = new Map();
  /** Position of the screen. */
  at: number;
  /** The person looks over all answers, instead of a screen. */
  isReviewing = false;
  /** How often something about a question has changed that its screen has to show. */
  readonly #revisions = new Map<string, number>();
  readonly #places: ReadonlyMap<string, { readonly question: Question; readonly number: number }>;
  /** Questions whose text shows the answer to another. */
  readonly #shownIn = new Map<string, string[]>();

  constructor(survey: Survey, { layout, seed, answers, page = 0 }: Begun) {
    this.survey = withoutTraps(survey);
    this.seed = seed;
    this.form = openForm(this.survey, answers);
    this.screens = screensOf(this.survey, layout, seed);
    const questions = this.survey.pages.flatMap((each) => each.questions);
    this.#places = new Map(questions.map((question, number) => [question.id, { question, number }]));
    for (const { id, text, help } of questions) {
      const wordings = [...Object.values(text), ...Object.values(help ?? {})];
      for (const source of wordings.flatMap((wording) => questionsPipedInto(wording.text))) {
        this.#shownIn.set(source, [...(this.#shownIn.get(source) ?? []), id]);
      }
    }
    const left = this.screens.findIndex((screen) => screen.some(({ position }) => position >= page));
    this.at = isShown(this.screens[left] ?? [], this.form) ? left : (this.#next(-1) ?? 0);
  }

  get screen(): Screen {
    return this.screens[this.at] ?? [];
  }

  /** Position of the page of the questionnaire that is shown. */
  get page(): number {
    return this.screen[0]?.position ?? 0;
  }

  get isFirst(): boolean {
    return neighbour(this.screens, this.at, -1, this.form) === undefined;
  }

  get isLast(): boolean {
    return this.#next(this.at) === undefined;
  }

  /** Which of the screens that there are now this is. */
  get step(): { readonly number: number; readonly of: number } {
    const shown = this.screens.map((screen) => isShown(screen, this.form));
    const before = shown.slice(0, this.at + 1);
    return { number: before.filter(Boolean).length, of: shown.filter(Boolean).length };
  }

  questionOf(id: string): Question | undefined {
    return this.#places.get(id)?.question;
  }

  /** For `id` attributes: whatever characters a question's own id has. */
  idOf(id: string): string {
    return `q${this.#places.get(id)?.number ?? ''}`;
  }

  /** Grows when one of these questions has to be shown anew, has appeared or has gone. */
  revisionOf(questions: readonly Question[]): number {
    return questions.reduce((sum, { id }) => sum + (this.#revisions.get(id) ?? 0), 0);
  }

  answer(id: string, answer: QuestionAnswer | undefined, typed?: string): void {
    const before = this.form.answerOf(id);
    if (typed === undefined) this.typed.delete(id);
    else this.typed.set(id, typed);
    const changed = this.form.answer(id, answer);
    const now = this.form.answerOf(id);
    const told = this.problems.get(id);
    const problem = told && this.#problem(id);
    if (told !== problem) this.problems = withProblem(this.problems, id, problem);
    const turned = isNothing(before) !== isNothing(now) || Array.isArray(now);
    // A field that says what was typed needs no showing anew.
    if ((turned && typed === undefined) || before === null || told !== problem) this.#touch(id);
    for (const shown of this.#shownIn.get(id) ?? []) this.#touch(shown);
    for (const shown of changed) this.#touch(shown);
  }

  /** Goes on if nothing is wrong on this screen; otherwise tells what is. */
  next(): boolean {
    if (!this.#check(shownOn(this.screen, this.form))) return false;
    const next = this.#next(this.at);
    if (next === undefined) this.isReviewing = true;
    else this.at = next;
    return true;
  }

  back(): void {
    this.#clearProblems();
    if (this.isReviewing) this.isReviewing = false;
    else this.at = neighbour(this.screens, this.at, -1, this.form) ?? this.at;
  }

  /** Goes to the screen of a question. */
  goTo(id: string): void {
    this.#clearProblems();
    this.isReviewing = false;
    const at = this.screens.findIndex((screen) =>
      screen.some(({ questions }) => questions.some((question) => question.id === id)),
    );
    if (at >= 0) this.at = at;
  }

  /** Whether all of it can be sent; otherwise goes to the first screen with a problem, and tells what is wrong. */
  checkAll(): boolean {
    const first = this.screens
      .flatMap((screen) => shownOn(screen, this.form))
      .find(({ id }) => this.#problem(id));
    if (!first) return true;
    this.goTo(first.id);
    this.#check(shownOn(this.screen, this.form));
    return false;
  }

  #check(questions: readonly Question[]): boolean {
    this.#clearProblems();
    this.problems = new Map(
      questions.flatMap(({ id }) => {
        const problem = this.#problem(id);
        return problem ? [[id, problem] as const] : [];
      }),
    );
    for (const id of this.problems.keys()) this.#touch(id);
    return this.problems.size === 0;
  }

  #clearProblems(): void {
    for (const id of this.problems.keys()) this.#touch(id);
    this.problems = new Map();
  }

  /** Of a kind that the page's own code shows, only that code knows what an answer is. */
  #problem(id: string): AnswerProblem | undefined {
    const problem = this.form.problem(id);
    const isForeign = !isBuiltIn(this.questionOf(id)?.kind ?? '');
    return isForeign && problem === 'wrong_type' ? undefined : problem;
  }

  #next(from: number): number | undefined {
    return neighbour(this.screens, from, 1, this.form);
  }

  #touch(id: string): void {
    this.#revisions.set(id, (this.#revisions.get(id) ?? 0) + 1);
  }
}

/** What nothing here can show must not keep anybody from going on. */
function withoutTraps(survey: Survey): Survey {
  const isTrap = ({ kind, required }: Question): boolean => required === true && !rendererOf(kind);
  if (!survey.pages.some(({ questions }) => questions.some(isTrap))) return survey;
  const free = (question: Question): Question =>
    isTrap(question) ? { ...question, required: false } : question;
  return { ...survey, pages: survey.pages.map((page) => ({ ...page, questions: page.questions.map(free) })) };
}

function withProblem(
  problems: ReadonlyMap<string, AnswerProblem>,
  id: string,
  problem: AnswerProblem | undefined,
): ReadonlyMap<string, AnswerProblem> {
  const rest = new Map(problems);
  if (problem) rest.set(id, problem);
  else rest.delete(id);
  return rest;
}

function isNothing(answer: QuestionAnswer | undefined): boolean {
  return answer === undefined || answer === null;
}
