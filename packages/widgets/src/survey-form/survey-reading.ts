// What every part of a questionnaire needs in order to write for its reader.

import type { I18nText } from '@lintas/contract/core';
import type { nothing, TemplateResult } from 'lit';
import type { ReadingWith } from '../core/reader-texts.ts';
import type { SurveyMessages } from '../locales/survey/messages.ts';

export type SurveyReading = ReadingWith<SurveyMessages>;

/** A text of the questionnaire as `apiText` shows it, with earlier answers put in. */
export type ShowText = (text: I18nText | undefined) => TemplateResult | typeof nothing | undefined;
