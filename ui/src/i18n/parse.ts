/** What people type, understood generously. `null` means: not understood, leave the text as it stands. */

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/**
 * A date as "ÅÅÅÅ-MM-DD". Understands 2026-11-22, 20261122, 2026/11/22, 22/11 2026, 22.11.2026 and 22 november 2026. A year of
 * two digits is not guessed: in care it may be this century or the last.
 */
export function parseDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(typed);
  if (yearFirst && (/\D/.test(typed) || typed.length === 8)) {
    return calendarDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  }
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\s*(\d{4})$/.exec(typed);
  if (dayFirst) return calendarDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const named = /^(?:den )?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$/.exec(typed);
  if (named) {
    const month = months.indexOf((named[2] ?? '').slice(0, 3)) + 1;
    return calendarDate(named[3], String(month), named[1]);
  }
  return null;
}

function calendarDate(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31 February becomes 3 March: only a date that comes back unchanged exists.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** A time as "HH:MM". Understands 8:05, 08.05, 0805, kl 8 and kl. 8.05. */
export function parseTime(text: string): string | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^kl\.?\s*/, '');
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(typed);
  if (!parts || (parts[2] === undefined && typed === text.trim().toLowerCase())) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether the text is a personnummer or samordningsnummer of ten or twelve digits whose check digit is right. */
export function isPersonNumber(text: string): boolean {
  const parts = /^(?:\d{2})?(\d{6})[-+ ]?(\d{4})$/.exec(text.trim());
  if (!parts) return false;
  const digits = [...`${parts[1]}${parts[2]}`].map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  const [month, day] = [Number(`${digits[2]}${digits[3]}`), Number(`${digits[4]}${digits[5]}`)];
  return sum % 10 === 0 && month >= 1 && month <= 12 && day >= 1 && day <= 91;
}

/** A number written with comma or point, with blanks between thousands and with either minus sign. */
export function parseNumber(text: string): number | null {
  const typed = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(',', '.');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(typed) ? Number(typed) : null;
}

/** "37,5" as "37.5", as the core keeps it. What is no number stays as written, for its writer to right. */
export function withPoint(typed: string): string {
  return typed.trim().replace(',', '.');
}
