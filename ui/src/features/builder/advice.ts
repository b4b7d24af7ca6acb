import type { Advice, Place, TemplateContent } from '../../bindings';
import { t } from '../../i18n/sv';
import { type Finding, fieldId, nameIn } from './problems';

/** Says a piece of advice in words, with the number of the question as the screen counts them. */
export function adviceText(advice: Advice, content: TemplateContent): Finding {
  const words = t.advice;
  const at = (id: string): string => nameIn(content, id);
  switch (advice.advice) {
    case 'unsuitable': {
      const { text, why } = words.unsuitablePurposes[advice.purpose];
      return { field: fieldOf(advice.place), text: words.unsuitable(advice.words, text), why };
    }
    case 'manyRequiredTexts':
      return {
        field: fieldId.form,
        text: words.manyRequiredTexts(advice.count),
        why: words.why[advice.advice],
      };
    case 'noWayOut':
    case 'unitMissing':
    case 'filesWithoutReason':
      return {
        field:
          advice.advice === 'filesWithoutReason' ? fieldId.item(advice.item) : fieldId.settings(advice.item),
        text: words[advice.advice](at(advice.item)),
        why: words.why[advice.advice],
      };
    case 'longSentence': {
      const { place } = advice;
      const where = place.at === 'item' ? words.places.item(at(place.id)) : words.places[place.at];
      return {
        field: fieldOf(place),
        text: words.longSentence(advice.count, where),
        why: words.why[advice.advice],
      };
    }
    case 'hardToRead':
      return { field: fieldId.purpose, text: words.hardToRead(advice.lix), why: words.why[advice.advice] };
  }
}

function fieldOf(place: Place): string {
  switch (place.at) {
    case 'name':
    case 'purpose':
    case 'answerUse':
      return fieldId[place.at];
    case 'part':
      return fieldId.part(place.id);
    case 'item':
      return fieldId.item(place.id);
  }
}
