// The texts of a questionnaire that people read, each with its place.

import type { I18nTextInput } from '../core/index.ts';
import type { SurveyInput } from './inputs.ts';

/** Places are JSON pointers (RFC 6901). */
export function textsOf({ title, purpose, pages }: SurveyInput): [pointer: string, text: I18nTextInput][] {
  const texts: [string, I18nTextInput | undefined][] = [
    ['/title', title],
    ['/purpose', purpose],
  ];
  pages.forEach((page, index) => {
    texts.push([`/pages/${index}/title`, page.title]);
    page.questions.forEach((question, position) => {
      const at = `/pages/${index}/questions/${position}`;
      texts.push([`${at}/text`, question.text], [`${at}/help`, question.help]);
      if ('unit' in question) texts.push([`${at}/unit`, question.unit]);
      if ('points' in question)
        question.points?.forEach(({ label }, i) => texts.push([`${at}/points/${i}`, label]));
      if ('options' in question)
        question.options.forEach(({ label }, i) => texts.push([`${at}/options/${i}`, label]));
      if ('rows' in question) question.rows.forEach(({ label }, i) => texts.push([`${at}/rows/${i}`, label]));
    });
  });
  return texts.flatMap(([pointer, text]) => (text === undefined ? [] : [[pointer, text]]));
}
