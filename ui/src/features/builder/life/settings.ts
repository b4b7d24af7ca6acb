import type { DateLimit, ItemKind } from '../../../bindings';
import { withComma } from '../../../i18n/format';
import { t } from '../../../i18n/sv';

/** What can be set of a kind, in words, alternatives and rows set aside: name and value. */
export function settingsOf(kind: ItemKind): readonly (readonly [string, string])[] {
  const words = t.life.settings;
  switch (kind.type) {
    case 'longText':
      return [[words.maxLength, String(kind.maxLength)]];
    case 'shortText':
      return [
        [words.maxLength, String(kind.maxLength)],
        [words.format, t.builder.form.formats[kind.format ?? 'any']],
      ];
    case 'number':
      return [
        [words.unit, kind.unit],
        [words.min, limit(kind.min)],
        [words.max, limit(kind.max)],
        [words.decimals, String(kind.decimals)],
      ];
    case 'scale':
      return [
        [words.steps, words.stepsOf(kind.min, kind.max)],
        [words.low, kind.low],
        [words.high, kind.high],
        [words.counts, kind.counts ? words.yes : words.no],
      ];
    case 'date':
      return [
        [words.earliest, day(kind.earliest)],
        [words.latest, day(kind.latest)],
      ];
    case 'attachment':
      return [
        [words.maxFiles, String(kind.maxFiles)],
        [words.accepts, t.builder.form.acceptKinds[kind.accepts ?? 'any']],
        [words.maxMegabytes, kind.maxMegabytes === undefined ? words.none : String(kind.maxMegabytes)],
      ];
    case 'information':
      return [[words.style, words.styles[kind.style ?? 'plain']]];
    case 'repeatedSection':
      return [
        [words.row, kind.row],
        [words.maxRows, String(kind.maxRows)],
      ];
    case 'foreign':
      return [[t.life.compare.of.foreign, kind.name]];
    case 'yesNo':
    case 'singleChoice':
    case 'dropdown':
    case 'multipleChoice':
    case 'matrix':
    case 'time':
    case 'dateTime':
    case 'confirmation':
    case 'section':
      return [];
  }
}

function limit(value: string | null): string {
  return value === null ? t.life.settings.none : withComma(value);
}

function day(of: DateLimit | undefined): string {
  const words = t.life.settings;
  if (!of) return words.none;
  if (of.limit === 'day') return of.date;
  if (of.days === 0) return words.today;
  return of.days > 0 ? words.daysAfter(of.days) : words.daysBefore(-of.days);
}
