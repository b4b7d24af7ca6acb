import type {
  BodyPart,
  Choice,
  ChoiceList,
  Edit,
  ExampleCitizen,
  Item,
  ItemChange,
  ItemId,
  ItemKind,
  Picture,
  ScoreRange,
  ShownWhen,
  TemplateContent,
  TranslatedText,
  Translation,
} from '../../bindings';
import { findItem, isSection } from '../../form/tree';
import { moved } from '../../reorder/place';

/**
 * The content with an edit made, so that the screen shows it before it is saved. What an edit means is said by the core
 * (domain/src/template/edit/apply.rs), and the cases in `bindings/edits.json` hold this to it. What is not there any more is left
 * alone, and what is there is not added twice: the same content comes back.
 */
export function apply(content: TemplateContent, edit: Edit): TemplateContent {
  switch (edit.edit) {
    case 'write':
      return { ...content, [edit.field]: edit.text };
    case 'allowAnswers':
      return { ...content, answerable: edit.answerable };
    case 'addPart':
      return isTaken(content, edit.part.id)
        ? content
        : withBody(content, inserted(content.body, edit.part, edit.at));
    case 'changePart':
      return withBody(
        content,
        changed(content.body, edit.part.id, () => edit.part),
      );
    case 'movePart':
      return withBody(content, shifted(content.body, edit.id, edit.to));
    case 'removePart':
      return withBody(content, without(content.body, edit.id));
    case 'addItem':
      return isTaken(content, edit.item.id)
        ? content
        : withForm(content, placed(content.form, edit.item, edit.section, edit.at));
    case 'changeItem':
      return withForm(
        content,
        changedItem(content.form, edit.id, (item) => changedBy(item, edit.change)),
      );
    case 'moveItem': {
      const item = findItem(content.form, edit.id);
      // Nothing holds itself.
      if (!item || (edit.section !== undefined && findItem([item], edit.section))) return content;
      const moved = placed(taken(content.form, edit.id), item, edit.section, edit.to);
      return findItem(moved, edit.id) ? withForm(content, moved) : content;
    }
    case 'removeItem':
      return withForm(content, taken(content.form, edit.id));
    case 'addOption': {
      const { kind } = findItem(content.form, edit.item) ?? {};
      if (!kind || choicesIn(kind).some((one) => one.id === edit.option.id)) return content;
      return withOptions(
        content,
        edit.item,
        (options) => inserted(options, edit.option, edit.at),
        edit.list ?? 'options',
      );
    }
    case 'writeOption':
      return withOptions(content, edit.item, (options) =>
        changed(options, edit.option, (one) => ({ ...one, text: edit.text })),
      );
    case 'changeOption':
      return withOptions(content, edit.item, (options) =>
        changed(options, edit.option.id, () => edit.option),
      );
    case 'moveOption':
      return withOptions(content, edit.item, (options) => shifted(options, edit.option, edit.to));
    case 'removeOption':
      return withOptions(content, edit.item, (options) => without(options, edit.option));
    case 'setCondition':
      return withForm(
        content,
        changedItem(content.form, edit.id, (item) => withCondition(item, edit.shownWhen)),
      );
    case 'setPicture':
      return withForm(
        content,
        changedItem(content.form, edit.id, (item) => withPicture(item, edit.picture)),
      );
    case 'describePicture':
      return withForm(
        content,
        changedItem(content.form, edit.id, (item) =>
          item.picture ? withPicture(item, described(item.picture, edit)) : item,
        ),
      );
    case 'addExample': {
      const examples = content.examples ?? [];
      return examples.some((one) => one.id === edit.example.id)
        ? content
        : withExamples(content, inserted(examples, edit.example, edit.at));
    }
    case 'changeExample':
      return withExamples(
        content,
        changed(content.examples ?? none, edit.example.id, () => edit.example),
      );
    case 'removeExample':
      return withExamples(content, without(content.examples ?? none, edit.id));
    case 'addScoreRange': {
      const ranges = content.scoreRanges ?? [];
      return ranges.some((one) => one.id === edit.range.id)
        ? content
        : withRanges(content, inserted(ranges, edit.range, edit.at));
    }
    case 'changeScoreRange':
      return withRanges(
        content,
        changed(content.scoreRanges ?? noRanges, edit.range.id, () => edit.range),
      );
    case 'removeScoreRange':
      return withRanges(content, without(content.scoreRanges ?? noRanges, edit.id));
    case 'addLanguage': {
      const translations = content.translations ?? untranslated;
      return translations.some((one) => one.language === edit.translation.language)
        ? content
        : withTranslations(content, inserted(translations, edit.translation, edit.at));
    }
    case 'removeLanguage': {
      const translations = content.translations ?? untranslated;
      const left = translations.filter((one) => one.language !== edit.language);
      return left.length === translations.length ? content : withTranslations(content, left);
    }
    case 'translate':
      return withTranslations(content, translated(content.translations ?? untranslated, edit));
    case 'several':
      return edit.edits.reduce(apply, content);
    case 'replace':
      return { ...edit.content, markup: true };
  }
}

/** The form with an edit of the form made. */
export function formAfter(form: Item[], edit: Edit): Item[] {
  return apply({ ...nothing, form }, edit).form;
}

const nothing: Omit<TemplateContent, 'form'> = {
  name: '',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
};

/** Whether an edit writes: its like follow at every letter, and are saved together. */
export function isWriting(edit: Edit): boolean {
  switch (edit.edit) {
    case 'write':
    case 'writeOption':
    case 'changeOption':
    case 'changePart':
    case 'setCondition':
    case 'changeScoreRange':
    case 'describePicture':
    case 'translate':
      return true;
    case 'changeItem':
      return (
        edit.change.text !== undefined ||
        edit.change.help !== undefined ||
        edit.change.kind !== undefined ||
        edit.change.details !== undefined
      );
    default:
      return false;
  }
}

/** The alternatives of a choice question; none of any other. */
export function optionsOf(item: Item): readonly Choice[] {
  return 'options' in item.kind ? item.kind.options : [];
}

const none: ExampleCitizen[] = [];
const noRanges: ScoreRange[] = [];
const untranslated: Translation[] = [];

interface Identified {
  readonly id: string;
}

/** Ids are the template's: a part and a question never share one. */
function isTaken(content: TemplateContent, id: ItemId): boolean {
  return content.body.some((part) => part.id === id) || findItem(content.form, id) !== undefined;
}

function withBody(content: TemplateContent, body: BodyPart[]): TemplateContent {
  return body === content.body ? content : { ...content, body };
}

function withForm(content: TemplateContent, form: Item[]): TemplateContent {
  return form === content.form ? content : { ...content, form };
}

/** The core leaves out what there is none of. */
function withExamples(content: TemplateContent, examples: ExampleCitizen[]): TemplateContent {
  if (examples === (content.examples ?? none)) return content;
  const { examples: _, ...rest } = content;
  return examples.length === 0 ? rest : { ...rest, examples };
}

function withRanges(content: TemplateContent, scoreRanges: ScoreRange[]): TemplateContent {
  if (scoreRanges === (content.scoreRanges ?? noRanges)) return content;
  const { scoreRanges: _, ...rest } = content;
  return scoreRanges.length === 0 ? rest : { ...rest, scoreRanges };
}

function withTranslations(content: TemplateContent, translations: Translation[]): TemplateContent {
  if (translations === (content.translations ?? untranslated)) return content;
  const { translations: _, ...rest } = content;
  return translations.length === 0 ? rest : { ...rest, translations };
}

/** The translations with texts of one of them put in their places; a blank one is taken away. */
function translated(
  translations: Translation[],
  { language, texts }: Extract<Edit, { edit: 'translate' }>,
): Translation[] {
  const put = ([place, text]: [string, TranslatedText | null | undefined]): [string, TranslatedText][] =>
    text && text.text.trim() !== '' ? [[place, text]] : [];
  const is = (one: Translation): boolean => one.language === language;
  if (!translations.some(is)) return translations;
  return translations.map((one) => {
    if (!is(one)) return one;
    const kept = Object.entries(one.texts).filter(([place]) => !(place in texts));
    return {
      ...one,
      texts: Object.fromEntries([...kept.flatMap(put), ...Object.entries(texts).flatMap(put)]),
    };
  });
}

function withCondition({ shownWhen: _, ...item }: Item, shownWhen: ShownWhen | null): Item {
  return shownWhen === null ? item : { ...item, shownWhen };
}

function withPicture({ picture: _, ...item }: Item, picture: Picture | null): Item {
  return picture === null ? item : { ...item, picture };
}

/** As the core writes it: what says nothing is left out. */
function described(
  { data, width, height }: Picture,
  said: { readonly alt: string; readonly decorative: boolean },
): Picture {
  const { alt, decorative } = said;
  return { data, width, height, ...(alt === '' ? {} : { alt }), ...(decorative ? { decorative } : {}) };
}

/** All alternatives and rows of a question. */
export function choicesIn(kind: ItemKind): readonly Choice[] {
  const options = 'options' in kind ? kind.options : [];
  return kind.type === 'matrix' ? [...options, ...kind.rows] : options;
}

/** Changes one of a question's lists: the one that is named, or whichever the change has a meaning for. */
function withOptions(
  content: TemplateContent,
  id: ItemId,
  change: (options: Choice[]) => Choice[],
  list: ChoiceList | null = null,
): TemplateContent {
  const item = findItem(content.form, id);
  if (!item || !('options' in item.kind)) return content;
  const { kind } = item;
  const options = list === 'rows' ? kind.options : change(kind.options);
  if (kind.type === 'matrix') {
    const rows = list === 'options' ? kind.rows : change(kind.rows);
    if (options === kind.options && rows === kind.rows) return content;
    return withForm(
      content,
      changedItem(content.form, id, (one) => ({ ...one, kind: { ...kind, options, rows } })),
    );
  }
  if (options === kind.options) return content;
  return withForm(
    content,
    changedItem(content.form, id, (one) => ({ ...one, kind: { ...kind, options } })),
  );
}

function changedBy(item: Item, change: ItemChange): Item {
  const { details, ...rest } = change;
  // What a section holds would hang in the air.
  if (item.items?.length && rest.kind && !isSection({ ...item, kind: rest.kind })) return item;
  const changed = { ...item, ...rest };
  if (details === undefined) return changed;
  const { details: _, ...plain } = changed;
  return Object.keys(details).length === 0 ? plain : { ...plain, details };
}

/** The items with one of them changed, wherever it stands. */
function changedItem(items: Item[], id: ItemId, change: (item: Item) => Item): Item[] {
  let isFound = false;
  const made = items.map((item) => {
    if (item.id === id) {
      isFound = true;
      return change(item);
    }
    if (!item.items?.length) return item;
    const inside = changedItem(item.items, id, change);
    if (inside === item.items) return item;
    isFound = true;
    return { ...item, items: inside };
  });
  return isFound ? made : items;
}

/** The items with one more, in a section or outside all; the same when there is no such section. */
function placed(items: Item[], item: Item, section: ItemId | undefined, at: number): Item[] {
  if (section === undefined) return inserted(items, item, at);
  return changedItem(items, section, (one) =>
    isSection(one) ? { ...one, items: inserted(one.items ?? [], item, at) } : one,
  );
}

/** The items without one of them, wherever it stands. */
function taken(items: Item[], id: ItemId): Item[] {
  if (items.some((item) => item.id === id)) return items.filter((item) => item.id !== id);
  let isFound = false;
  const made = items.map((item) => {
    const inside = item.items ? taken(item.items, id) : undefined;
    if (inside === undefined || inside === item.items) return item;
    isFound = true;
    const { items: _, ...rest } = item;
    return inside.length === 0 ? rest : { ...rest, items: inside };
  });
  return isFound ? made : items;
}

function inserted<T>(list: readonly T[], thing: T, at: number): T[] {
  return [...list.slice(0, at), thing, ...list.slice(at)];
}

function changed<T extends Identified>(list: T[], id: string, change: (thing: T) => T): T[] {
  return list.some((one) => one.id === id) ? list.map((one) => (one.id === id ? change(one) : one)) : list;
}

function shifted<T extends Identified>(list: T[], id: string, to: number): T[] {
  return list.some((one) => one.id === id) ? moved(list, id, to) : list;
}

function without<T extends Identified>(list: T[], id: string): T[] {
  return list.some((one) => one.id === id) ? list.filter((one) => one.id !== id) : list;
}
