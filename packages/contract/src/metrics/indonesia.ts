// The calendar of Indonesian offices: public holidays and collective leave, on which government offices are closed.
// To be added to every year, when the joint decree (SKB) of the ministers of religion, of manpower and of
// administrative reform is published.

import type { PlainDate } from '../core/index.ts';
import { officeCalendar, type OfficeCalendar } from './days.ts';

export interface HolidaysOfYear {
  /** The decrees that name the days: the joint one, those that changed it, and those of the president for elections. */
  readonly source: string;
  readonly publicHolidays: readonly PlainDate[];
  /** `cuti bersama`. */
  readonly collectiveLeave: readonly PlainDate[];
}

// prettier-ignore
export const INDONESIAN_HOLIDAYS: Readonly<Record<number, HolidaysOfYear>> = {
  2024: {
    source: 'SKB 855/2023, 3/2023, 4/2023; Keppres 10/2024 (14 February) and 33/2024 (27 November)',
    publicHolidays: [
      '2024-01-01', '2024-02-08', '2024-02-10', '2024-02-14', '2024-03-11', '2024-03-29', '2024-03-31', '2024-04-10',
      '2024-04-11', '2024-05-01', '2024-05-09', '2024-05-23', '2024-06-01', '2024-06-17', '2024-07-07', '2024-08-17',
      '2024-09-16', '2024-11-27', '2024-12-25',
    ],
    collectiveLeave: [
      '2024-02-09', '2024-03-12', '2024-04-08', '2024-04-09', '2024-04-12', '2024-04-15', '2024-05-10', '2024-05-24',
      '2024-06-18', '2024-12-26',
    ],
  },
  2025: {
    source: 'SKB 1017/2024, 2/2024, 2/2024; SKB 933/2025, 1/2025, 3/2025 (18 August)',
    publicHolidays: [
      '2025-01-01', '2025-01-27', '2025-01-29', '2025-03-29', '2025-03-31', '2025-04-01', '2025-04-18', '2025-04-20',
      '2025-05-01', '2025-05-12', '2025-05-29', '2025-06-01', '2025-06-06', '2025-06-27', '2025-08-17', '2025-09-05',
      '2025-12-25',
    ],
    collectiveLeave: [
      '2025-01-28', '2025-03-28', '2025-04-02', '2025-04-03', '2025-04-04', '2025-04-07', '2025-05-13', '2025-05-30',
      '2025-06-09', '2025-08-18', '2025-12-26',
    ],
  },
  2026: {
    source: 'SKB 1497/2025, 2/2025, 5/2025',
    publicHolidays: [
      '2026-01-01', '2026-01-16', '2026-02-17', '2026-03-19', '2026-03-21', '2026-03-22', '2026-04-03', '2026-04-05',
      '2026-05-01', '2026-05-14', '2026-05-27', '2026-05-31', '2026-06-01', '2026-06-16', '2026-08-17', '2026-08-25',
      '2026-12-25',
    ],
    collectiveLeave: [
      '2026-02-16', '2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24', '2026-05-15', '2026-05-28', '2026-12-24',
    ],
  },
};

/** Jakarta's time, which is also that of the ministry: a case is counted on one day wherever its office is. */
const JAKARTA_OFFSET_MINUTES = 7 * 60;

export const INDONESIAN_CALENDAR: OfficeCalendar = /* @__PURE__ */ officeCalendar(
  JAKARTA_OFFSET_MINUTES,
  Object.values(INDONESIAN_HOLIDAYS).flatMap(({ publicHolidays, collectiveLeave }) => [
    ...publicHolidays,
    ...collectiveLeave,
  ]),
);
