// What every part of a questionnaire needs in order to write for its reader.

import type { I18nText } from '@lintas/contract/core';
import type { TemplateResult } from 'lit';
import type { Reading } from '../core/reading.ts';
import type { SurveyMessages } from '../locales/survey/messages.ts';

export interface SurveyReading extends Reading {
  readonly texts: SurveyMessages;
}

/** A text of the questionnaire in its own language and direction, with earlier answers put in. */
export type ShowText = (text: I18nText | undefined) => TemplateResult | undefined;
