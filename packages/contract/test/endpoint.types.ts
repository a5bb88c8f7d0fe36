// What TypeScript knows of a call from its declaration. The compiler is the test: this file is never run.

import type {
  AnswerOf,
  AppendEvent,
  Application,
  ApplicationsQuery,
  BodyOf,
  CaseView,
  ENDPOINTS,
  Open,
  ParamsOf,
  PathParams,
  QueryOf,
  Status,
  StatusEvent,
  StatusSession,
} from '@lintas/contract';

type Calls = typeof ENDPOINTS;

/** Whether two types are the same, not merely assignable. */
type Same<One, Other> =
  (<Value>() => Value extends One ? 1 : 2) extends <Value>() => Value extends Other ? 1 : 2 ? true : false;

/** Fails to compile unless it is given `true`. */
type Holds<Claim extends true> = Claim;

/** A type written out, so that an intersection and an object with the same fields are the same. */
type Plain<Value> = { [Key in keyof Value]: Value[Key] };

export type Claims = [
  // A body, query and answer have the type of their schema.
  Holds<Same<BodyOf<Calls['appendEvent']>, AppendEvent>>,
  Holds<Same<QueryOf<Calls['listApplications']>, ApplicationsQuery>>,
  Holds<Same<AnswerOf<Calls['getStatus']>, CaseView>>,
  Holds<Same<AnswerOf<Calls['openStatusSession']>, StatusSession>>,
  Holds<Same<AnswerOf<Calls['appendEvent']>, StatusEvent>>,
  Holds<Same<AnswerOf<Calls['listApplications']>['data'][number], Application>>,

  // A call without one has `undefined`, which nobody can mistake for "anything".
  Holds<Same<BodyOf<Calls['getStatus']>, undefined>>,
  Holds<Same<BodyOf<Calls['extendStatusSession']>, undefined>>,
  Holds<Same<QueryOf<Calls['getStatus']>, undefined>>,
  Holds<Same<AnswerOf<Calls['closeStatusSession']>, undefined>>,

  // The parameters of a path come from the path.
  Holds<Same<Plain<ParamsOf<Calls['getApplication']>>, { readonly id: string }>>,
  Holds<Same<ParamsOf<Calls['getStatus']>, unknown>>,
  Holds<Same<Plain<PathParams<'/v1/a/{one}/b/{two}'>>, { readonly one: string; readonly two: string }>>,

  // What is read may be a word of tomorrow; what is written may not.
  Holds<Same<CaseView['status'], Open<Status>>>,
  Holds<Same<NonNullable<AppendEvent['to']>, Status>>,
];

const open: Open<Status> = 'word_of_tomorrow';
// @ts-expect-error A word of tomorrow is not a word of today.
const closed: Status = 'word_of_tomorrow';
// @ts-expect-error A body takes no other field.
const body: BodyOf<Calls['appendEvent']> = { code: 'corrected', change: 'information', tenant: 'x' };
// @ts-expect-error A parameter of the path is missing.
const params: ParamsOf<Calls['appendEvent']> = {};

export const examples = [open, closed, body, params];
