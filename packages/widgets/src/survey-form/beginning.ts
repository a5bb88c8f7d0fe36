// What a form begins with: the questions, and what was answered before.

import { answerProblem, type Answers, type Survey } from '@lintas/contract/surveys';
import { hasCode } from '@lintas/sdk';
import type { SurveysClient } from '@lintas/sdk/surveys';
import { recallDraft, recallQuestions, type Draft } from '@lintas/sdk/surveys/drafts';
import { isBuiltIn } from './kinds/index.ts';

export interface Beginning {
  readonly survey: Survey;
  /** The form as it was left, if it was of this version. */
  readonly draft?: Draft | undefined;
  /** Answers to other questions, as far as they answer these, too. */
  readonly carried?: Answers | undefined;
}

/**
 * Finds the version that somebody began with, on the device if it is there; else the newest.
 *
 * @param given answers that the API has refused: they go over to the newest version
 */
export async function findBeginning(
  id: string,
  client: Pick<SurveysClient, 'get'>,
  given: Answers | undefined,
  signal: AbortSignal,
): Promise<Beginning> {
  const draft = given ? undefined : await recallDraft(id);
  const survey = draft && ((await recallQuestions(draft)) ?? (await fetchVersion(draft.version)));
  if (survey) return { survey, draft };
  const newest = await client.get(id, { signal });
  const before = given ?? draft?.answers;
  return { survey: newest, carried: before && fitting(before, newest) };

  /** `undefined` when it is gone. */
  async function fetchVersion(version: number): Promise<Survey | undefined> {
    try {
      return await client.get(id, { version, signal });
    } catch (error) {
      if (hasCode(error, 'not-found')) return undefined;
      throw error;
    }
  }
}

function fitting(answers: Answers, { pages }: Survey): Answers {
  const asked = new Map(pages.flatMap((page) => page.questions.map((question) => [question.id, question])));
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      const question = asked.get(id);
      // Of a kind that the page's own code shows, only that code knows what an answer is.
      return question && (!isBuiltIn(question.kind) || answerProblem(question, answer) === undefined);
    }),
  );
}
