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
