// How the presets write their texts: Indonesian, then English. What a machine made of them in other languages is added.

import type { I18nTextInput } from '../../core/index.ts';
import type { SurveyInput } from '../inputs.ts';
import { UNCHECKED_WORDINGS } from './unchecked-texts.ts';

/** Our own wording. */
export function worded(id: string, en: string): I18nTextInput {
  return {
    id: { text: id, reviewed: 'peer' },
    en: { text: en, reviewed: 'peer' },
    ...uncheckedOf(en),
  };
}

/** The wording of a regulation, and our translation of it, which is not official. */
export function regulated(id: string, en: string): I18nTextInput {
  return { ...worded(id, en), id: { text: id, reviewed: 'professional' } };
}

function uncheckedOf(en: string): I18nTextInput {
  const wordings = UNCHECKED_WORDINGS[en];
  if (!wordings) return {};
  const [fa, ar] = wordings;
  return { fa: { text: fa, reviewed: 'machine' }, ar: { text: ar, reviewed: 'machine' } };
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
  languages: ['id', 'en', 'fa', 'ar'],
  access: 'open',
  retentionDays: 365,
};
