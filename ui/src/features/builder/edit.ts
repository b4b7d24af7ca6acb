import type { BodyPart, Choice, Edit, Item, ItemId, ShownWhen, TemplateContent } from '../../bindings';
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
        : withForm(content, inserted(content.form, edit.item, edit.at));
    case 'changeItem':
      return withForm(
        content,
        changed(content.form, edit.id, (item) => ({ ...item, ...edit.change })),
      );
    case 'moveItem':
      return withForm(content, shifted(content.form, edit.id, edit.to));
    case 'removeItem':
      return withForm(content, without(content.form, edit.id));
    case 'addOption':
      return withOptions(content, edit.item, (options) =>
        options.some((one) => one.id === edit.option.id) ? options : inserted(options, edit.option, edit.at),
      );
    case 'writeOption':
      return withOptions(content, edit.item, (options) =>
        changed(options, edit.option, (one) => ({ ...one, text: edit.text })),
      );
    case 'moveOption':
      return withOptions(content, edit.item, (options) => shifted(options, edit.option, edit.to));
    case 'removeOption':
      return withOptions(content, edit.item, (options) => without(options, edit.option));
    case 'setCondition':
      return withForm(
        content,
        changed(content.form, edit.id, (item) => withCondition(item, edit.shownWhen)),
      );
    case 'several':
      return edit.edits.reduce(apply, content);
    case 'replace':
      return edit.content;
  }
}

/** Whether an edit writes: its like follow at every letter, and are saved together. */
export function isWriting(edit: Edit): boolean {
  switch (edit.edit) {
    case 'write':
    case 'writeOption':
    case 'changePart':
    case 'setCondition':
      return true;
    case 'changeItem':
      return (
        edit.change.text !== undefined || edit.change.help !== undefined || edit.change.kind !== undefined
      );
    default:
      return false;
  }
}

/** The alternatives of a choice question; none of any other. */
export function optionsOf(item: Item): readonly Choice[] {
  return 'options' in item.kind ? item.kind.options : [];
}

interface Identified {
  readonly id: string;
}

/** Ids are the template's: a part and a question never share one. */
function isTaken(content: TemplateContent, id: ItemId): boolean {
  return content.body.some((part) => part.id === id) || content.form.some((item) => item.id === id);
}

function withBody(content: TemplateContent, body: BodyPart[]): TemplateContent {
  return body === content.body ? content : { ...content, body };
}

function withForm(content: TemplateContent, form: Item[]): TemplateContent {
  return form === content.form ? content : { ...content, form };
}

function withCondition({ shownWhen: _, ...item }: Item, shownWhen: ShownWhen | null): Item {
  return shownWhen === null ? item : { ...item, shownWhen };
}

function withOptions(
  content: TemplateContent,
  id: ItemId,
  change: (options: Choice[]) => Choice[],
): TemplateContent {
  const item = content.form.find((one) => one.id === id);
  if (!item || !('options' in item.kind)) return content;
  const { kind } = item;
  const options = change(kind.options);
  if (options === kind.options) return content;
  return withForm(
    content,
    changed(content.form, id, (one) => ({ ...one, kind: { ...kind, options } })),
  );
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
