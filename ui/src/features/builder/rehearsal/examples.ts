import type { ExampleCitizen, Item, ItemId, TemplateContent } from '../../../bindings';
import type { Answers } from '../../../form/answers';
import { shownIn } from '../../../form/shown';
import { standing } from '../../../form/tree';

/** What somebody with these answers is shown now, outside repeated sections. */
export function expectationsOf(
  form: readonly Item[],
  answers: Answers,
): Pick<ExampleCitizen, 'shown' | 'hidden'> {
  const shown = shownIn(form, answers);
  const outside = standing(form).filter(({ repeated }) => repeated === null);
  const ids = outside.map(({ item }) => item.id);
  return { shown: ids.filter((id) => shown.has(id)), hidden: ids.filter((id) => !shown.has(id)) };
}

/** The first thing in which the form is not as it was when the example was kept (domain/src/template/example.rs). */
export function deviationOf(
  { form }: TemplateContent,
  { answers, shown, hidden }: ExampleCitizen,
): { readonly item: ItemId; readonly isShown: boolean } | null {
  const now = shownIn(form, answers);
  const missing = shown.find((item) => !now.has(item));
  if (missing !== undefined) return { item: missing, isShown: false };
  const extra = hidden.find((item) => now.has(item));
  return extra === undefined ? null : { item: extra, isShown: true };
}
