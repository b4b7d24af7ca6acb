/**
 * How things are written in Swedish. Times are milliseconds since 1970-01-01 UTC and are shown in Swedish time whatever the
 * machine is set to: a unit and its citizens must read the same clock.
 */
const locale = 'sv-SE';
const timeZone = 'Europe/Stockholm';

/** A name within a sentence: "Fråga 2" as "fråga 2". */
export function withSmall(name: string): string {
  return `${name.charAt(0).toLocaleLowerCase(locale)}${name.slice(1)}`;
}

/** A name that begins one: "läkemedel" as "Läkemedel". */
export function withCapital(name: string): string {
  return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`;
}

const dateTime = new Intl.DateTimeFormat(locale, {
  timeZone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const dateTimeThisYear = new Intl.DateTimeFormat(locale, {
  timeZone,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
const longDate = new Intl.DateTimeFormat(locale, {
  timeZone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const isoDate = new Intl.DateTimeFormat(locale, {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const year = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric' });

/** "22 nov. 2026 14:03" */
export function formatDateTime(at: number): string {
  return dateTime.format(at);
}

/** "22 nov. 14:03" in the year of `now`, otherwise with the year: for lists. */
export function formatDateTimeBriefly(at: number, now: number): string {
  return year.format(at) === year.format(now) ? dateTimeThisYear.format(at) : dateTime.format(at);
}

const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });

/** "i dag 14:03", "i går 14:03", "i morgon 14:03"; on other days as in a list. */
export function formatDateTimeNear(at: number, now: number): string {
  const day = { '-1': 'i går', 0: 'i dag', 1: 'i morgon' }[calendarDay(at) - calendarDay(now)];
  return day === undefined ? formatDateTimeBriefly(at, now) : `${day} ${time.format(at)}`;
}

/** "14:03" */
export function formatTime(at: number): string {
  return time.format(at);
}

/** "22 nov. 2026" */
export function formatDate(at: number): string {
  return date.format(at);
}

/** "22 november 2026" */
export function formatLongDate(at: number): string {
  return longDate.format(at);
}

/** "2026-11-22", the form that fields take. */
export function formatIsoDate(at: number): string {
  return isoDate.format(at);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "för 3 min sedan", "om 2 tim", "i går", "om 3 dagar"; beyond a week the date says more. Written out here because engines
 * differ in their short forms ("sedan", "sen").
 */
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(at - now);
  if (distance < MINUTE) return 'nyss';
  if (distance < HOUR) return awayFrom(at, now, `${Math.trunc(distance / MINUTE)} min`);
  const days = calendarDay(at) - calendarDay(now);
  if (days === 0 || distance < 6 * HOUR) return awayFrom(at, now, `${Math.trunc(distance / HOUR)} tim`);
  if (days === -1) return 'i går';
  if (days === 1) return 'i morgon';
  if (Math.abs(days) <= 7) return awayFrom(at, now, `${Math.abs(days)} dagar`);
  return formatDate(at);
}

/**
 * How long is left until a deadline, rounded down so that nobody counts on time that is not there: "71 tim", "43 min", and
 * days once hours say too little. `null` when it has passed.
 */
export function formatTimeLeft(at: number, now: number): string | null {
  const left = at - now;
  if (left <= 0) return null;
  if (left < MINUTE) return 'mindre än en minut';
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`;
  if (left < 4 * DAY) return `${Math.floor(left / HOUR)} tim`;
  return `${Math.floor(left / DAY)} dagar`;
}

function awayFrom(at: number, now: number, distance: string): string {
  return at < now ? `för ${distance} sedan` : `om ${distance}`;
}

/** Counts days as the calendar in Sweden turns them. */
function calendarDay(at: number): number {
  return Date.parse(`${isoDate.format(at)}T00:00:00Z`) / DAY;
}

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });

/** "12 345,6" */
export function formatNumber(value: number): string {
  return whole.format(value);
}

const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** How many cases the core counts at most (app/src/cases/list.rs): from there on there are many. */
const COUNTED = 100;

/** How many there are of what the core counts to a hundred and no further: "12", "99+". */
export function formatCounted(count: number): string {
  return count < COUNTED ? String(count) : '99+';
}

/** "83 %" of 0.83 */
export function formatPercent(share: number): string {
  return percent.format(share);
}

/** "1,5 tim" of 90 minutes; "43 min" where an hour says too little, and "3,2 dygn" once hours say too little. */
export function formatHours(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 4 * 24 * 60) return `${oneDecimal.format(minutes / 60)} tim`;
  return `${oneDecimal.format(minutes / (24 * 60))} dygn`;
}

/** "820 byte", "14 kB", "2,4 MB", "20 GB": decimal units, as file managers show them. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 999_950_000) return `${oneDecimal.format(bytes / 1_000_000)} MB`;
  return `${oneDecimal.format(bytes / 1_000_000_000)} GB`;
}

/**
 * "ÅÅÅÅMMDD-NNNN" of the twelve digits in which the program keeps a person's number. Anything else is shown as it is: this
 * writes, it does not check.
 */
export function formatPersonNumber(digits: string): string {
  return /^\d{12}$/.test(digits) ? `${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
}

/** "37.5" as "37,5". What is no number stays as it is. */
export function withComma(number: string): string {
  return number.replace('.', ',');
}
