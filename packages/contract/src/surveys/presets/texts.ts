// How the presets write their texts: Indonesian, then English.

import type { I18nTextInput } from '../../core/index.ts';
import type { SurveyInput } from '../inputs.ts';

/** Our own wording in both languages. */
export function inBoth(id: string, en: string): I18nTextInput {
  return { id: { text: id, reviewed: 'peer' }, en: { text: en, reviewed: 'peer' } };
}

/** The wording of a regulation, and our translation of it, which is not official. */
export function regulated(id: string, en: string): I18nTextInput {
  return { id: { text: id, reviewed: 'professional' }, en: { text: en, reviewed: 'peer' } };
}

/** Choices by their values. */
export function choices(labels: Readonly<Record<string, I18nTextInput>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Names of the points of a scale that begins with 1. */
export function points(labels: readonly I18nTextInput[]) {
  return labels.map((label, i) => ({ value: i + 1, label }));
}

/** What every preset has; its owner puts in what is different. */
export const SHARED: Pick<SurveyInput, 'languages' | 'access' | 'retentionDays'> = {
  languages: ['id', 'en'],
  access: 'open',
  retentionDays: 365,
};
