// The words of questionnaires as they are read: every one may be newer than this version.

import { openEnum } from '../core/index.ts';
import type {
  GroupKind,
  Instrument,
  PatternClass,
  QuestionKind,
  ScoreVariant,
  SurveyAccess,
  TestKind,
} from './vocabulary.ts';

export const OpenConditionKind = openEnum<GroupKind | TestKind>();
export const OpenInstrument = openEnum<Instrument>();
export const OpenPatternClass = openEnum<PatternClass>();
export const OpenQuestionKind = openEnum<QuestionKind>();
export const OpenScoreVariant = openEnum<ScoreVariant>();
export const OpenSurveyAccess = openEnum<SurveyAccess>();
