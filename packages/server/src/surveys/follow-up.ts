// What the owner of a questionnaire does about its results, published beside them: for SKM, the follow-up plan that the
// regulation asks for, by element.

import { I18nTextInput, isChecked, type FieldError } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Transaction } from '../db/database.ts';

/**
 * What is done, by element, in the languages in which somebody checked the questionnaire: what an office promises is never
 * a machine's translation alone. Empty takes back what was published.
 */
export const FollowUpInput = z.record(z.string(), I18nTextInput);
export type FollowUpInput = z.infer<typeof FollowUpInput>;

export interface FollowUpOf {
  readonly tenantId: string;
  readonly id: string;
  /** The newest without it. */
  readonly version?: number | undefined;
}

/** As the owner. Replaces what was published before; answers why it cannot, or nothing. */
export async function publishFollowUp(
  transaction: Transaction,
  { tenantId, id, version }: FollowUpOf,
  followUp: FollowUpInput,
): Promise<FieldError[]> {
  const editions = await transaction
    .selectFrom('surveys')
    .select(['version', 'survey'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  const edition = editions.find((each) => version === undefined || each.version === version);
  if (!edition) return [{ pointer: '/id', code: 'not_found', message: 'There is no such questionnaire.' }];
  const { pages, title } = edition.survey;
  const languages = edition.survey.languages.filter((tag) => isChecked(title[tag]?.reviewed ?? 'none'));
  const elements = pages.flatMap(({ questions }) =>
    questions.flatMap(({ measures }) => measures?.element ?? []),
  );
  const errors = Object.entries(followUp).flatMap(([element, text]): FieldError[] => {
    const pointer = `/${element}`;
    if (!elements.includes(element)) {
      return [{ pointer, code: 'not_found', message: 'The questionnaire measures no such element.' }];
    }
    const missing = languages.filter((language) => !Object.hasOwn(text, language));
    const message = `It is missing in: ${missing.join(', ')}.`;
    return missing.length === 0 ? [] : [{ pointer, code: 'language_missing', message }];
  });
  if (errors.length > 0) return errors;
  await transaction
    .updateTable('surveys')
    .set({ follow_up: JSON.stringify(followUp) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', edition.version)
    .execute();
  return [];
}
