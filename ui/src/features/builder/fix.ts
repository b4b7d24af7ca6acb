import type { Edit, Finding, TemplateContent, Unit } from '../../bindings';
import { findItem } from '../../form/tree';
import { t } from '../../i18n/sv';
import { optionsOf } from './edit';
import { nameIn } from './problems';

/** What rights a finding in one press: an edit as any other, so that it is taken back as any other. */
export interface Fix {
  readonly label: string;
  readonly edit: Edit;
  /** Said when it was made. */
  readonly done: string;
}

/**
 * The fix of a finding, where one is possible: none when the content is already righted and only not saved, and none that would
 * invent what only a person knows, such as the purpose.
 */
export function fixOf(finding: Finding, content: TemplateContent, unit: Unit | undefined): Fix | undefined {
  const { found, place } = finding;
  const words = t.guidance.fixes;
  const { fixed } = t.guidance;
  switch (found.rule) {
    case 'answerUseMissing':
      if (content.answerUse.trim() !== '') return undefined;
      return {
        label: words.write(found.proposal),
        edit: { edit: 'write', field: 'answerUse', text: found.proposal },
        done: fixed.answerUse,
      };
    case 'contactMissing':
      if (content.contact.trim() !== '' || !unit?.contact.trim()) return undefined;
      return {
        label: words.contact,
        edit: { edit: 'write', field: 'contact', text: unit.contact },
        done: fixed.contact,
      };
    case 'manyRequiredTexts': {
      const demanded = found.items.filter((id) => findItem(content.form, id)?.required);
      if (demanded.length === 0) return undefined;
      return {
        label: words.optional(demanded.length),
        edit: { edit: 'several', edits: demanded.map(madeOptional) },
        done: fixed.optional(demanded.length),
      };
    }
    case 'noWayOut':
      return place.at === 'item' ? wayOut(place.id, content) : undefined;
    case 'unitMissing':
      return place.at === 'item' && found.proposal !== null
        ? withUnit(place.id, found.proposal, content)
        : undefined;
    case 'pictureUndescribed':
      return place.at === 'item' ? decoration(place.id, content) : undefined;
    default:
      return undefined;
  }
}

function madeOptional(id: string): Edit {
  return { edit: 'changeItem', id, change: { required: false } };
}

function wayOut(id: string, content: TemplateContent): Fix | undefined {
  const item = findItem(content.form, id);
  const text = t.guidance.wayOut;
  if (!item || optionsOf(item).some((option) => option.text === text)) return undefined;
  const name = nameIn(content, id);
  const option = { id: crypto.randomUUID(), text };
  return {
    label: t.guidance.fixes.wayOut(name),
    edit: { edit: 'addOption', item: id, option, at: optionsOf(item).length },
    done: t.guidance.fixed.wayOut(name),
  };
}

function decoration(id: string, content: TemplateContent): Fix | undefined {
  const picture = findItem(content.form, id)?.picture;
  if (!picture || picture.decorative || picture.alt?.trim()) return undefined;
  return {
    label: t.guidance.fixes.decorative,
    edit: { edit: 'describePicture', id, alt: picture.alt ?? '', decorative: true },
    done: t.guidance.fixed.decorative(nameIn(content, id)),
  };
}

function withUnit(id: string, unit: string, content: TemplateContent): Fix | undefined {
  const kind = findItem(content.form, id)?.kind;
  if (kind?.type !== 'number' || kind.unit.trim() !== '') return undefined;
  return {
    label: t.guidance.fixes.unit(unit),
    edit: { edit: 'changeItem', id, change: { kind: { ...kind, unit } } },
    done: t.guidance.fixed.unit(unit, nameIn(content, id)),
  };
}
