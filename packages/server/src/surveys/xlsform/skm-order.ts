// Sheets that name the elements of SKM by number. The regulation's list has complaints as the 8th element and facilities
// as the 9th, its own questionnaire asks them the other way round, and published sheets use either. So whoever imports
// one has to say which; where the wording says something else than they do, it is refused. Free of I/O.

import { SKM_ELEMENTS, type Question, type SkmElement } from '@lintas/contract';

/** `list`: complaints 8th, facilities 9th. `questionnaire`: facilities 8th, complaints 9th. */
export const SKM_ORDERS = ['list', 'questionnaire'] as const;
export type SkmOrder = (typeof SKM_ORDERS)[number];

const NUMBERED = /^[uU]_?([1-9])$/;

const WORDS: Readonly<Partial<Record<SkmElement, RegExp>>> = {
  complaints: /pengaduan|complain/i,
  facilities: /sarana|prasarana|facilit/i,
};

export const ASK_FOR_ORDER =
  "This sheet names the elements of SKM by number. In the regulation's list the 8th is the handling of complaints and the 9th the facilities; in its questionnaire it is the other way round. Say which order the sheet has: --skm-order list or --skm-order questionnaire.";

/** Whether a sheet asks all nine elements by number. */
export function isNumbered(questions: readonly Question[]): boolean {
  return new Set(questions.flatMap(({ id }) => NUMBERED.exec(id)?.[1] ?? [])).size === SKM_ELEMENTS.length;
}

/**
 * New ids of numbered questions: the names of their elements.
 *
 * @throws Error when the wording of the 8th or 9th is that of the other
 */
export function elementNames(
  questions: readonly Question[],
  order: SkmOrder,
): ReadonlyMap<string, SkmElement> {
  const [complaints, facilities] = ['complaints', 'facilities'] as const;
  const elements: readonly SkmElement[] =
    order === 'list' ? SKM_ELEMENTS : [...SKM_ELEMENTS.slice(0, 7), facilities, complaints];
  return new Map(
    questions.flatMap(({ id, text }): [string, SkmElement][] => {
      const element = elements[Number(NUMBERED.exec(id)?.[1] ?? 0) - 1];
      if (element === undefined) return [];
      const wordings = Object.values(text)
        .map((each) => each.text)
        .join(' ');
      const other = element === complaints ? facilities : element === facilities ? complaints : undefined;
      if (other && WORDS[other]?.test(wordings) === true && WORDS[element]?.test(wordings) !== true) {
        throw new Error(
          `"${id}" would be the element "${element}", but its text is about "${other}". Is it the other order?`,
        );
      }
      return [[id, element]];
    }),
  );
}
