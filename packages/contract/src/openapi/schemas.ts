// The components of the document: every schema that the contract exports, under its own name.

import * as z from 'zod/mini';
import { isOwnKey } from '../core/index.ts';
import { ENDPOINTS } from '../endpoints.ts';
import * as contract from '../index.ts';
import { KNOWN_VALUES } from './known-values.ts';

/** A JSON Schema as it stands in the document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a JSON Schema can say of a string and zod cannot. */
const ADDITIONS: Readonly<Record<string, JsonSchema>> = {
  Id: { description: 'Opaque id.' },
  Instant: { description: 'A moment, in UTC.', format: 'date-time', examples: ['2026-03-01T09:30:00Z'] },
  InstantInput: { description: 'A moment, in UTC.', format: 'date-time', examples: ['2026-03-01T09:30:00Z'] },
  PlainDate: { description: 'A calendar day.', format: 'date', examples: ['2026-03-01'] },
  PlainDateInput: { description: 'A calendar day.', format: 'date', examples: ['2026-03-01'] },
  Zone: { description: 'IANA name of a time zone.', examples: ['Asia/Jakarta'] },
  I18nText: { description: 'Wordings by language (BCP 47).' },
  I18nTextInput: { description: 'Wordings by language (BCP 47), at least one and none twice.' },
};

/** Never the body or the answer of a call: what a signed statement says, and what an operator's file holds. */
const NOT_IN_CALLS = [
  'AttestationClaims',
  'DocumentRequirementInput',
  'ConditionInput',
  'QuestionAnswer',
  'QuestionInput',
  'SurveyInput',
  'SurveyPageInput',
];

/** Names are kept in a registry of our own: the global one belongs to the page. */
const named = z.registry<{ id: string }>();
for (const [name, value] of Object.entries<unknown>(contract)) {
  if (NOT_IN_CALLS.includes(name)) continue;
  if (value instanceof z.ZodMiniType) named.add(value, { id: name, ...ADDITIONS[name] });
}

/** Written once as a parameter each, so they are no components. */
const parameters = new Set<unknown>([
  contract.pageCursor,
  contract.pageLimit,
  ...Object.values(ENDPOINTS).flatMap((call) => ('query' in call ? [call.query] : [])),
]);

/**
 * The JSON Schemas of all exported schemas by name. As input: what a reader accepts, so answers stay open to
 * unknown fields, while what is sent is closed.
 */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(named, { io: 'input', uri: pointerTo, metadata: named });
  return Object.fromEntries(
    Object.entries<JsonSchema>(schemas)
      .filter(([name]) => !isParameter(name))
      .map(([name, { $schema: _, $id: __, ...schema }]) => [
        name,
        isOpenEnum(name) ? openEnum(name) : schema,
      ]),
  );
}

/** A reference to the component of a schema. */
export function refTo(schema: z.ZodMiniType): JsonSchema {
  const id = named.get(schema)?.id;
  if (id === undefined) throw new Error('A schema of an endpoint is not exported by the contract.');
  return { $ref: pointerTo(id) };
}

/** The fields of a query, each with its JSON Schema. */
export function queryFields(query: z.ZodMiniType): Record<string, JsonSchema> {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', metadata: z.registry() });
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => (isObject(field) ? [[name, field]] : [])),
  );
}

function isOpenEnum(name: string): name is keyof typeof KNOWN_VALUES {
  return isOwnKey(KNOWN_VALUES, name);
}

/** The known values, and any other string. */
function openEnum(name: keyof typeof KNOWN_VALUES): JsonSchema {
  return { anyOf: [{ type: 'string', enum: KNOWN_VALUES[name] }, { type: 'string' }] };
}

function isParameter(name: string): boolean {
  return [...parameters].some((schema) => schema instanceof z.ZodMiniType && named.get(schema)?.id === name);
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function pointerTo(id: string): string {
  return `#/components/schemas/${id}`;
}
