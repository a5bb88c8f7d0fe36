// The words of questionnaires: kinds of questions, of conditions, and the instruments that questions belong to.

/** What a question asks for. `info` asks for nothing. */
export const QUESTION_KINDS = [
  'scale4',
  'scale5',
  'scale6',
  'nps',
  'csat',
  'ces',
  'single',
  'multi',
  'text',
  'number',
  'date',
  'matrix',
  'consent',
  'info',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Kinds that are answered with a whole number on a scale, and its ends. */
export const SCALES = {
  scale4: [1, 4],
  scale5: [1, 5],
  scale6: [1, 6],
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
} as const satisfies Partial<Record<QuestionKind, readonly [lowest: number, highest: number]>>;
export type ScaleKind = keyof typeof SCALES;

/** How conditions are put together. */
export const GROUP_KINDS = ['all', 'any', 'none'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What a condition may ask of the answer to an earlier question. */
export const TEST_KINDS = [
  'answered',
  'declined',
  'equals',
  'one_of',
  'includes',
  'at_least',
  'at_most',
] as const;
export type TestKind = (typeof TEST_KINDS)[number];

/**
 * Instruments that results are computed for: SKM (Permenpan RB 14/2017), SPKP and SPAK (SE MenPANRB 4/2023), and
 * what people say after a case has ended.
 */
export const INSTRUMENTS = ['skm', 'spkp', 'spak', 'post_case'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/**
 * The nine elements of SKM in the order of the regulation's list. The regulation's own questionnaire asks
 * facilities before complaints, so answers go by these names and never by position.
 */
export const SKM_ELEMENTS = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'competence',
  'conduct',
  'complaints',
  'facilities',
] as const;
export type SkmElement = (typeof SKM_ELEMENTS)[number];

/** Who may answer: anybody, or who was given a token that can be used once. */
export const SURVEY_ACCESSES = ['open', 'token'] as const;
export type SurveyAccess = (typeof SURVEY_ACCESSES)[number];

/** Characters that a pattern can ask for. */
export const PATTERN_CLASSES = ['digits', 'letters', 'capitals', 'letters_or_digits', 'any'] as const;
export type PatternClass = (typeof PATTERN_CLASSES)[number];

/**
 * How a score was computed, because the same name stands for several:
 * `nps_0_10`, percent of 9 and 10 minus percent of 0 to 6; `csat_top_two_of_five`, percent of 4 and 5;
 * `ces_five_to_seven_of_seven`, percent of 5 to 7; and means.
 */
export const SCORE_VARIANTS = [
  'nps_0_10',
  'csat_top_two_of_five',
  'csat_mean',
  'ces_five_to_seven_of_seven',
  'ces_mean',
  'mean',
] as const;
export type ScoreVariant = (typeof SCORE_VARIANTS)[number];

/** Where a skip leads when it leads past the last question. */
export const END = 'end';
