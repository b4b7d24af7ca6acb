import type { Finding, GuidelineView, Place, TemplateContent, Unit } from '../../bindings';
import { nameOf } from '../../form/languages';
import { t } from '../../i18n/sv';
import { fixOf } from './fix';
import { type FindingText, fieldId, nameIn, type ProblemGroup } from './problems';

/** What findings are said with. */
export interface GuidanceContext {
  readonly content: TemplateContent;
  readonly guideline: GuidelineView;
  /** Where the unit's contact comes from; nothing before it is there. */
  readonly unit: Unit | undefined;
}

/** Errors, and advice. */
export function bySeverity(findings: readonly Finding[]): readonly [readonly Finding[], readonly Finding[]] {
  return [
    findings.filter(({ severity }) => severity === 'error'),
    findings.filter(({ severity }) => severity === 'advice'),
  ];
}

/** Says a finding in words, with the number of the question as the screen counts them, the guideline's reason and its fix. */
export function findingText(finding: Finding, { content, guideline, unit }: GuidanceContext): FindingText {
  return {
    group: groupOf(finding.place),
    field: fieldOf(finding),
    text: textOf(finding, content),
    why: guideline.why[finding.found.rule] ?? '',
    fix: fixOf(finding, content, unit),
  };
}

function textOf({ found, place }: Finding, content: TemplateContent): string {
  const words = t.guidance.found;
  const name = place.at === 'item' ? nameIn(content, place.id) : '';
  const where = place.at === 'item' ? t.guidance.places.item(name) : t.guidance.places[place.at];
  switch (found.rule) {
    case 'purposeMissing':
    case 'answerUseMissing':
    case 'contactMissing':
      return words[found.rule];
    case 'generalInformation':
    case 'advertising':
    case 'study':
    case 'survey':
      return words[found.rule](found.words);
    case 'manyRequiredTexts':
      return words.manyRequiredTexts(found.count, found.most);
    case 'noWayOut':
    case 'unitMissing':
    case 'filesWithoutReason':
    case 'pictureUndescribed':
      return words[found.rule](name);
    case 'longSentence':
      return words.longSentence(where, found.count, found.most);
    case 'longWords':
      return words.longWords(where, found.words);
    case 'passive':
    case 'colourOnly':
    case 'clickHere':
      return words[found.rule](where, found.words);
    case 'hardToRead':
      return words.hardToRead(found.lix, found.most);
    case 'translationIncomplete':
      return words.translationIncomplete(nameOf(found.language).swedish, found.missing, found.outdated);
  }
}

function fieldOf({ found, place }: Finding): string {
  switch (place.at) {
    case 'name':
    case 'purpose':
    case 'answerUse':
    case 'contact':
    case 'languages':
      return fieldId[place.at];
    case 'part':
      return fieldId.part(place.id);
    case 'form': {
      const [first] = found.rule === 'manyRequiredTexts' ? found.items : [];
      return first === undefined ? fieldId.form : fieldId.item(first);
    }
    case 'item':
      if (found.rule === 'pictureUndescribed') return fieldId.picture(place.id);
      return found.rule === 'noWayOut' || found.rule === 'unitMissing'
        ? fieldId.settings(place.id)
        : fieldId.item(place.id);
  }
}

function groupOf(place: Place): ProblemGroup {
  switch (place.at) {
    case 'name':
    case 'languages':
      return 'about';
    case 'purpose':
    case 'answerUse':
    case 'contact':
      return 'guideline';
    case 'part':
      return 'message';
    case 'form':
    case 'item':
      return 'form';
  }
}
