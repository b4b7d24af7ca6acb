import type { BodyPart, Choice, Item, ItemId, OptionId, TemplateContent } from '../../bindings';
import { moved } from '../../reorder/place';

/** The contents that are one text each. */
export type TextField = 'name' | 'handlerInstruction' | 'purpose' | 'answerUse' | 'contact';

/**
 * What a gesture asks for. Mouse, keyboard and button make the same value; `apply` is the only place that knows what it means.
 * A place is counted in the list as it will stand.
 */
export type Edit =
  | { readonly edit: 'write'; readonly field: TextField; readonly text: string }
  | { readonly edit: 'allowAnswers'; readonly answerable: boolean }
  | { readonly edit: 'addPart'; readonly part: BodyPart; readonly at: number }
  | { readonly edit: 'changePart'; readonly part: BodyPart }
  | { readonly edit: 'movePart'; readonly id: ItemId; readonly to: number }
  | { readonly edit: 'removePart'; readonly id: ItemId }
  | { readonly edit: 'addItem'; readonly item: Item; readonly at: number }
  | { readonly edit: 'changeItem'; readonly id: ItemId; readonly change: ItemChange }
  | { readonly edit: 'moveItem'; readonly id: ItemId; readonly to: number }
  | { readonly edit: 'removeItem'; readonly id: ItemId }
  | { readonly edit: 'addOption'; readonly item: ItemId; readonly option: Choice; readonly at: number }
  | { readonly edit: 'writeOption'; readonly item: ItemId; readonly option: OptionId; readonly text: string }
  | { readonly edit: 'moveOption'; readonly item: ItemId; readonly option: OptionId; readonly to: number }
  | { readonly edit: 'removeOption'; readonly item: ItemId; readonly option: OptionId };

/** What can be changed of an item; its kind keeps its type. */
export type ItemChange = Partial<Pick<Item, 'text' | 'help' | 'required' | 'kind'>>;

/** The content with an edit made. What is not there any more is left alone, and what is there is not added twice. */
export function apply(content: TemplateContent, edit: Edit): TemplateContent {
  switch (edit.edit) {
    case 'write':
      return { ...content, [edit.field]: edit.text };
    case 'allowAnswers':
      return { ...content, answerable: edit.answerable };
    case 'addPart':
      return { ...content, body: inserted(content.body, edit.part, edit.at) };
    case 'changePart':
      return { ...content, body: content.body.map((part) => (part.id === edit.part.id ? edit.part : part)) };
    case 'movePart':
      return { ...content, body: moved(content.body, edit.id, edit.to) };
    case 'removePart':
      return { ...content, body: content.body.filter((part) => part.id !== edit.id) };
    case 'addItem':
      return { ...content, form: inserted(content.form, edit.item, edit.at) };
    case 'changeItem':
      return { ...content, form: withItem(content.form, edit.id, (item) => ({ ...item, ...edit.change })) };
    case 'moveItem':
      return { ...content, form: moved(content.form, edit.id, edit.to) };
    case 'removeItem':
      return { ...content, form: content.form.filter((item) => item.id !== edit.id) };
    case 'addOption':
      return withOptions(content, edit.item, (options) => inserted(options, edit.option, edit.at));
    case 'writeOption':
      return withOptions(content, edit.item, (options) =>
        options.map((one) => (one.id === edit.option ? { ...one, text: edit.text } : one)),
      );
    case 'moveOption':
      return withOptions(content, edit.item, (options) => moved(options, edit.option, edit.to));
    case 'removeOption':
      return withOptions(content, edit.item, (options) => options.filter((one) => one.id !== edit.option));
  }
}

/** The alternatives of a choice question; none of any other. */
export function optionsOf(item: Item): readonly Choice[] {
  return 'options' in item.kind ? item.kind.options : [];
}

function inserted<T extends { readonly id: string }>(list: readonly T[], thing: T, at: number): T[] {
  if (list.some((one) => one.id === thing.id)) return [...list];
  return [...list.slice(0, at), thing, ...list.slice(at)];
}

function withItem(form: readonly Item[], id: ItemId, change: (item: Item) => Item): Item[] {
  return form.map((item) => (item.id === id ? change(item) : item));
}

function withOptions(
  content: TemplateContent,
  id: ItemId,
  change: (options: Choice[]) => Choice[],
): TemplateContent {
  const form = withItem(content.form, id, (item) =>
    'options' in item.kind ? { ...item, kind: { ...item.kind, options: change(item.kind.options) } } : item,
  );
  return { ...content, form };
}
