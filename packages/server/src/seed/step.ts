// What a step of a history is, and what steps are made of.

import {
  TaskInput,
  type AppendEvent,
  type CaseState,
  type CheckKind,
  type CheckState,
  type Task,
} from '@lintas/contract';
import * as z from 'zod/mini';
import type { Calendar } from './calendar.ts';

/** An event on a day, counted from today (negative: before). */
export interface Step {
  readonly day: number;
  /** Jakarta time, `HH:MM`. */
  readonly time: string;
  readonly event: (calendar: Calendar, state: CaseState) => AppendEvent;
}

type Checks = Partial<Record<CheckKind, CheckState>>;

export function checks(states: Checks): { kind: CheckKind; state: CheckState }[] {
  const kinds: readonly CheckKind[] = [
    'completeness',
    'payment',
    'identity',
    'documents',
    'biometrics',
    'security',
    'interview',
    'sponsor',
  ];
  return kinds.flatMap((kind) => {
    const state = states[kind];
    return state === undefined ? [] : [{ kind, state }];
  });
}

type TaskInput = z.infer<typeof TaskInput>;

/** A task as it stands, to be sent again. */
export function sameTask(task: Task): TaskInput {
  return z.parse(TaskInput, task);
}

/** What was asked has been done. */
export function closeTask(task: Task): TaskInput {
  return { ...sameTask(task), state: task.state === 'not_needed' ? 'not_needed' : 'accepted' };
}

export const step =
  (time: string, event: Step['event']) =>
  (day: number): Step => ({ day, time, event });
