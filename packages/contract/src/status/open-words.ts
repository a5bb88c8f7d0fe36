// The words of a case as they are read: every one may be newer than this version.

import { openEnum } from '../core/index.ts';
import type {
  ActorClass,
  ApplicationKind,
  Change,
  CheckKind,
  CheckState,
  EstimateBasis,
  EventCode,
  NextStep,
  Outcome,
  Phase,
  Precision,
  Reason,
  Status,
  TaskKind,
  TaskState,
  ThingToBring,
  Visibility,
} from './vocabulary.ts';

export const OpenActorClass = openEnum<ActorClass>();
export const OpenApplicationKind = openEnum<ApplicationKind>();
export const OpenChange = openEnum<Change>();
export const OpenCheckKind = openEnum<CheckKind>();
export const OpenCheckState = openEnum<CheckState>();
export const OpenEstimateBasis = openEnum<EstimateBasis>();
export const OpenEventCode = openEnum<EventCode>();
export const OpenNextStep = openEnum<NextStep>();
export const OpenOutcome = openEnum<Outcome>();
export const OpenPhase = openEnum<Phase>();
export const OpenPrecision = openEnum<Precision>();
export const OpenReason = openEnum<Reason>();
export const OpenStatus = openEnum<Status>();
export const OpenTaskKind = openEnum<TaskKind>();
export const OpenTaskState = openEnum<TaskState>();
export const OpenThingToBring = openEnum<ThingToBring>();
export const OpenVisibility = openEnum<Visibility>();
