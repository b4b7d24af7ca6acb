import { describe, expect, it } from 'vitest';
import {
  formatDateTime,
  formatDateTimeBriefly,
  formatDateTimeNear,
  formatFileSize,
  formatHours,
  formatIsoDate,
  formatNumber,
  formatPercent,
  formatPersonNumber,
  formatRelative,
  formatTime,
  formatTimeLeft,
} from './format';
import { parseDate, parseNumber } from './parse';

const at = Date.UTC(2026, 10, 22, 13, 3);

describe('what is written', () => {
  it('shows a moment in Swedish time', () => {
    expect(formatDateTime(at)).toBe('22 nov. 2026 14:03');
    expect(formatDateTimeBriefly(at, at)).toBe('22 nov. 14:03');
    expect(formatDateTimeBriefly(at, Date.UTC(2027, 0, 2))).toBe('22 nov. 2026 14:03');
    expect(formatTime(at)).toBe('14:03');
    expect(formatIsoDate(Date.UTC(2026, 6, 1, 23))).toBe('2026-07-02');
  });

  it('names the days that are near', () => {
    expect(formatDateTimeNear(at, at + 3_600_000)).toBe('i dag 14:03');
    expect(formatDateTimeNear(at, at + 11 * 3_600_000)).toBe('i går 14:03');
    expect(formatDateTimeNear(at, at - 16 * 3_600_000)).toBe('i morgon 14:03');
    expect(formatDateTimeNear(at, at + 48 * 3_600_000)).toBe('22 nov. 14:03');
    // The night when the clock is set back is a day as any other.
    expect(formatDateTimeNear(Date.UTC(2026, 9, 24, 10), Date.UTC(2026, 9, 25, 22, 30))).toBe('i går 12:00');
  });

  it('says how long ago, and the date once that says more', () => {
    expect(formatRelative(at, at + 20_000)).toBe('nyss');
    expect(formatRelative(at, at + 3 * 60_000)).toBe('för 3 min sedan');
    expect(formatRelative(at, at - 2 * 3_600_000)).toBe('om 2 tim');
    expect(formatRelative(at, at + 26 * 3_600_000)).toBe('i går');
    expect(formatRelative(at, at - 16 * 3_600_000)).toBe('i morgon');
    expect(formatRelative(at, at + 4 * 86_400_000)).toBe('för 4 dagar sedan');
    expect(formatRelative(at, at + 30 * 86_400_000)).toBe('22 nov. 2026');
  });

  it('counts down to a deadline without promising more than there is', () => {
    expect(formatTimeLeft(at, at - 72 * 3_600_000 + 1)).toBe('71 tim');
    expect(formatTimeLeft(at, at - 12 * 86_400_000)).toBe('12 dagar');
    expect(formatTimeLeft(at, at - 3_599_000)).toBe('59 min');
    expect(formatTimeLeft(at, at - 20_000)).toBe('mindre än en minut');
    expect(formatTimeLeft(at, at)).toBeNull();
  });

  it('writes numbers, sizes and person numbers as people here do', () => {
    expect(formatNumber(12345.6)).toBe('12\u00a0345,6');
    expect(formatFileSize(820)).toBe('820 byte');
    expect(formatFileSize(14_200)).toBe('14 kB');
    expect(formatFileSize(999_900)).toBe('1 MB');
    expect(formatFileSize(2_400_000)).toBe('2,4 MB');
    expect(formatFileSize(999_940_000)).toBe('999,9 MB');
    expect(formatFileSize(20_000_000_000)).toBe('20 GB');
    expect(formatPersonNumber('191212121212')).toBe('19121212-1212');
    expect(formatPercent(0.826)).toBe('83\u00a0%');
    expect([0, 59, 90, 1_440, 7_200].map(formatHours)).toEqual([
      '0 min',
      '59 min',
      '1,5 tim',
      '24 tim',
      '5 dygn',
    ]);
    expect(formatPersonNumber('1212121212')).toBe('1212121212');
  });
});

describe('what is typed', () => {
  it.each([
    '2026-11-22',
    '20261122',
    '2026/11/22',
    '22/11 2026',
    '22.11.2026',
    '22 nov 2026',
    'den 22 november 2026',
  ])('understands the date %s', (text) => expect(parseDate(text)).toBe('2026-11-22'));

  it.each(['', '22 nov', '26-11-22', '2026-02-30', '2026-13-01', '202611', '22 foo 2026'])(
    'leaves %j as it stands',
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it('takes comma, point, blanks and either minus', () => {
    expect(parseNumber('37,5')).toBe(37.5);
    expect(parseNumber('37.5')).toBe(37.5);
    expect(parseNumber('12\u00a0345,6')).toBe(12345.6);
    expect(parseNumber('\u22123')).toBe(-3);
    expect(parseNumber('3 kg')).toBeNull();
    expect(parseNumber('1,2,3')).toBeNull();
    expect(parseNumber('')).toBeNull();
  });
});
