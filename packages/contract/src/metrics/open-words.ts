// The words of published figures as they are read: every one may be newer than this version.

import { openEnum } from '../core/index.ts';
import type {
  Clock,
  MetricMethod,
  MetricId,
  OutcomeClass,
  PeriodLength,
  Statistic,
  Unit,
} from './vocabulary.ts';

export const OpenClock = openEnum<Clock>();
export const OpenMetricMethod = openEnum<MetricMethod>();
export const OpenMetricId = openEnum<MetricId>();
export const OpenOutcomeClass = openEnum<OutcomeClass>();
export const OpenPeriodLength = openEnum<PeriodLength>();
export const OpenStatistic = openEnum<Statistic>();
export const OpenUnit = openEnum<Unit>();
