/** How a person's computer may be set: what the product's colours follow. */
export const looks = ['light', 'dark', 'forced'] as const;

export type Look = (typeof looks)[number];

/**
 * The style sheet that lets a part of a page, marked `data-look`, look as it does for a person whose computer is set so, whatever
 * this one is. It is made of the page's own rules, so that no colour is known twice: those of `:root`, those that wait for a dark
 * screen, and those that wait for forced colours.
 */
export function sheetOfLooks(sheets: Iterable<CSSStyleSheet>): string {
  const rules = [...sheets].flatMap(({ cssRules }) => [...cssRules]);
  const plain = rules
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => isRoot(selectorText));
  const waiting = (condition: string): string =>
    rules
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ media }) => media.mediaText.includes(condition))
      .flatMap(({ cssRules }) => [...cssRules])
      .map(nested)
      .join('\n');
  return [
    `[data-look] {\n${plain.map(nested).join('\n')}\n}`,
    `[data-look='light'] { color-scheme: light; }`,
    `[data-look='dark'] {\n${waiting('prefers-color-scheme: dark')}\ncolor-scheme: dark;\n}`,
    `[data-look='forced'] {\n${waiting('forced-colors: active')}\ncolor-scheme: dark;\n}`,
  ].join('\n');
}

function isRoot(selector: string): boolean {
  return selector === ':root';
}

/** A rule within the marked part: what holds of the whole page holds of the part. */
function nested(rule: CSSRule): string {
  return rule.cssText.replace(/^:root\b/u, '&');
}

/** Lets parts of this page have a look of their own, as long as somebody needs it. */
export function allowLooks(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetOfLooks([...document.styleSheets]));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
