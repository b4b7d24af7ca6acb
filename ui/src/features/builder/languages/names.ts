import type { TemplateContent, TextPlace } from '../../../bindings';
import { t } from '../../../i18n/sv';
import { itemLines, outline } from '../outline';

/** What a text's place is called on the screen: "Fråga 2, hjälptext". Nothing of a place that is not there any more. */
export function placeNames({ body, form }: TemplateContent): (place: TextPlace) => string {
  const words = t.languages.places;
  const items = new Map(itemLines(outline(form)).map((line) => [line.id, line]));
  return (place) => {
    const [first = '', id = '', of = '', option = ''] = place.split('/');
    if (id === '') return isSingle(first) ? words[first] : '';
    if (first === 'part') return words.part(body.findIndex((part) => part.id === id) + 1);
    const line = items.get(id);
    if (!line) return '';
    const { kind } = line.item;
    if (of === 'option') {
      const rows = kind.type === 'matrix' ? kind.rows : [];
      const row = rows.findIndex((one) => one.id === option);
      if (row !== -1) return words.row(line.name, row + 1);
      const options = 'options' in kind ? kind.options : [];
      return words.option(line.name, options.findIndex((one) => one.id === option) + 1);
    }
    return isOfItem(of) ? words.of[of](line.name) : line.name;
  };
}

const { of: ofItem, part: _part, option: _option, row: _row, ...single } = t.languages.places;

function isSingle(word: string): word is keyof typeof single {
  return word in single;
}

function isOfItem(word: string): word is keyof typeof ofItem {
  return word in ofItem;
}
