import { t } from '../../../i18n/sv';

/** What there is for somebody who listens, part by part in the order of the page: headings, words, and fields by what they are. */
export function readingOrder(page: Element): string[] {
  const parts: string[] = [];
  read(page, parts);
  return parts;
}

const words = t.rehearsal.listening;

function read(element: Element, parts: string[]): void {
  if (isSilent(element)) return;
  const said = partOf(element);
  if (said !== null) {
    if (said !== '') parts.push(said);
    return;
  }
  const group = groupOf(element);
  if (group !== null) parts.push(group);
  for (const child of element.children) read(child, parts);
  const own = ownWords(element);
  if (own !== '') parts.push(own);
}

function isSilent(element: Element): boolean {
  return element.matches('[aria-hidden="true"], [hidden], script, style, svg, input[type="hidden"]');
}

/** What is one thing to listen to; empty when it is said with something else; `null` when its parts are. */
function partOf(element: Element): string | null {
  const heading = /^H([1-6])$/u.exec(element.tagName);
  if (heading) return words.heading(Number(heading[1]), textOf(element));
  if (element.matches('p, dt, dd, summary') && !element.querySelector('input, button, a'))
    return textOf(element);
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return fieldOf(element);
  if (element instanceof HTMLImageElement) return element.alt === '' ? '' : words.picture(element.alt);
  if (element.matches('button, [role="button"]')) return words.button(nameOf(element));
  if (element instanceof HTMLAnchorElement) return words.link(nameOf(element));
  // A label is said with its field.
  if (element instanceof HTMLLabelElement) {
    const inside = element.querySelector('input');
    return inside ? fieldOf(inside) : '';
  }
  if (element.matches('[data-described], [slot="description"]') || isDescription(element)) return '';
  return null;
}

function fieldOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const kind = field instanceof HTMLTextAreaElement ? 'text' : field.type;
  const what =
    kind === 'radio'
      ? words.radio
      : kind === 'checkbox'
        ? words.checkbox
        : kind === 'file'
          ? words.file
          : words.field;
  const about = [
    field.required || field.getAttribute('aria-required') === 'true' ? words.required : '',
    referred(field, 'aria-describedby'),
  ].filter((one) => one !== '');
  return what([nameOf(field), ...about].join(', '));
}

function groupOf(element: Element): string | null {
  if (!element.matches('[role="group"], [role="radiogroup"], fieldset')) return null;
  const name = nameOf(element);
  return name === ''
    ? null
    : words.group([name, referred(element, 'aria-describedby')].filter(Boolean).join(', '));
}

function nameOf(element: Element): string {
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? [...(element.labels ?? [])].map(textOf).join(' ')
      : '';
  return (
    referred(element, 'aria-labelledby') ||
    element.getAttribute('aria-label')?.trim() ||
    labels ||
    (element.matches('button, a, [role="button"]') ? textOf(element) : '')
  );
}

function referred(element: Element, attribute: string): string {
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/u).filter((id) => id !== '');
  const found = ids.flatMap((id) => {
    const part = element.ownerDocument.getElementById(id);
    return part ? [textOf(part)] : [];
  });
  return found.filter((one) => one !== '').join(' ');
}

/** Whether it is said with the field that it is about. */
function isDescription(element: Element): boolean {
  if (element.id === '') return false;
  const id = CSS.escape(element.id);
  const root = element.ownerDocument;
  return root.querySelector(`[aria-describedby~="${id}"], [aria-labelledby~="${id}"]`) !== null;
}

function textOf(element: Element): string {
  const copy = element.cloneNode(true);
  if (copy instanceof Element) {
    for (const one of copy.querySelectorAll('[aria-hidden="true"]')) one.remove();
    for (const one of copy.querySelectorAll('img'))
      one.replaceWith(one.alt === '' ? '' : ` ${words.picture(one.alt)} `);
  }
  return (copy.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/** Words that stand in the element itself, beside its parts. */
function ownWords(element: Element): string {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return texts
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
