// Dates for people. A deadline decides over somebody's life, so the same Gregorian day in Latin digits is shown in
// every language; the calendar that the reader lives by comes second. Pure: every function takes what it needs.

/** For whom a date is written. */
export interface Reader {
  /** BCP 47 tag of the text around the date. */
  readonly lang: string;
  /** BCP 47 tag that the reader asked for; decides which calendar is shown second. */
  readonly wanted: string;
}

/** A moment with the IANA zone that it is meant in, as the contract has it. */
export interface ZonedInstant {
  readonly at: string;
  readonly zone: string;
}

const GREGORIAN = { calendar: 'gregory', numberingSystem: 'latn' } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const WEEKDAY_AND_DAY = { ...DAY, weekday: 'long' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** What Indonesians call their three zones; `Intl` says `GMT+7` outside of Indonesian. */
const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/**
 * Calendar day: `3 March 2026`.
 *
 * @param day `YYYY-MM-DD`
 */
export function formatDay(day: string, reader: Reader): string {
  return gregorian(reader, { ...DAY, timeZone: 'UTC' }).format(noon(day));
}

/** Time from one calendar day to another: `3–17 March 2026`. Both are `YYYY-MM-DD`. */
export function formatDayRange(earliest: string, latest: string, reader: Reader): string {
  return gregorian(reader, { ...DAY, timeZone: 'UTC' }).formatRange(noon(earliest), noon(latest));
}

/** Deadline or appointment, with weekday and zone: `Tuesday, 3 March 2026, 16:00 WIB`. */
export function formatDeadline({ at, zone }: ZonedInstant, reader: Reader): string {
  const timeZone = knownZone(zone);
  const day = gregorian(reader, { ...WEEKDAY_AND_DAY, timeZone }).format(new Date(at));
  return withTime(day, `${formatTime(at, reader, timeZone)} ${zoneName(at, timeZone, reader)}`, reader);
}

/**
 * When something happened: `3 March 2026, 14:05`, or the day alone where no more is known.
 *
 * @param precision anything but `minute` shows the day, as the authority wrote it, in no zone
 * @param zone IANA zone of the reader; the device's unless given
 */
export function formatInstant(at: string, precision: string, reader: Reader, zone?: string): string {
  if (precision !== 'minute') return formatDay(at.slice(0, 'YYYY-MM-DD'.length), reader);
  const day = gregorian(reader, { ...DAY, timeZone: zone }).format(new Date(at));
  return withTime(day, formatTime(at, reader, zone), reader);
}

/** Day and time, parted by the comma of the reader's script. */
function withTime(day: string, time: string, { lang }: Reader): string {
  return `${day}${new Intl.Locale(known(lang)).maximize().script === 'Arab' ? '،' : ','} ${time}`;
}

/** Time of day: `14:05`. In the device's zone unless one is given. */
export function formatTime(at: string, reader: Reader, zone?: string): string {
  return gregorian(reader, { ...TIME, timeZone: zone }).format(new Date(at));
}

/**
 * The same day in the reader's own calendar and digits: `۱۲ حوت ۱۴۰۴`. It is written in `reader.wanted`: give the
 * element around it that `lang`.
 *
 * @returns `undefined` where that calendar is the Gregorian one
 */
export function localDay(at: string, reader: Reader, zone?: string): string | undefined {
  const format = new Intl.DateTimeFormat(known(reader.wanted), {
    dateStyle: 'long',
    timeZone: zone === undefined ? 'UTC' : knownZone(zone),
  });
  return format.resolvedOptions().calendar === 'gregory' ? undefined : format.format(new Date(at));
}

/** Time to wait, rounded up so that nobody comes too early: `12 minutes`, `45 seconds`. */
export function formatDuration(milliseconds: number, reader: Reader): string {
  const [amount, unit] = inUnits(milliseconds, Math.ceil);
  const style = { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' } as const;
  return new Intl.NumberFormat(known(reader.lang), style).format(amount);
}

/** How long ago: `5 minutes ago`. `now` is in milliseconds of Unix time. */
export function formatAge(at: string, now: number, reader: Reader): string {
  const [amount, unit] = inUnits(Math.max(0, now - Date.parse(at)), Math.floor);
  const format = new Intl.RelativeTimeFormat(`${known(reader.lang)}-u-nu-latn`, { numeric: 'auto' });
  return format.format(-amount, unit);
}

type Unit = 'second' | 'minute' | 'hour' | 'day';

const UNITS: readonly (readonly [unit: Unit, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function inUnits(milliseconds: number, round: (value: number) => number): [amount: number, unit: Unit] {
  const [unit, size] = UNITS.find(([, least]) => milliseconds >= least) ?? (['second', 1000] as const);
  return [round(milliseconds / size), unit];
}

function gregorian(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(known(reader.lang), { ...options, ...GREGORIAN });
}

/**
 * The language itself where `Intl` knows it, else English: left alone, `Intl` would silently write in whatever
 * language the device is set to. English is that of most of the world, day before month.
 */
function known(lang: string): string {
  if (lang === 'en') return 'en-GB';
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** A zone that this device does not know is shown in UTC, and said to be. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return 'UTC';
  }
}

function zoneName(at: string, zone: string, reader: Reader): string {
  const parts = gregorian(reader, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(at));
  return ZONE_NAMES[zone] ?? parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Midday, so that no rounding of zones can move the day. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
