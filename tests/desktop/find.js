// Finds what is on the screen as a person does who listens to it: by role and name, never by class or place in the code.
// Arguments: the role ("" for any), the name, how the name must agree ("is", "starts", "has", "ends"), and the element to look in
// (null for the page). Returns the elements in the page's order.
const [role, name, how, within] = arguments;

const implicit = {
  A: (e) => (e.hasAttribute('href') ? 'link' : ''),
  ARTICLE: () => 'article',
  ASIDE: () => 'complementary',
  BUTTON: () => 'button',
  DD: () => 'definition',
  DIALOG: () => 'dialog',
  DT: () => 'term',
  FIELDSET: () => 'group',
  FORM: () => 'form',
  IMG: () => 'img',
  INPUT: (e) =>
    ({ checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button', search: 'searchbox', file: 'file' })[e.type] ??
    (e.type === 'hidden' ? '' : 'textbox'),
  LI: () => 'listitem',
  MAIN: () => 'main',
  NAV: () => 'navigation',
  OL: () => 'list',
  OPTION: () => 'option',
  SECTION: (e) => (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby') ? 'region' : ''),
  SELECT: () => 'combobox',
  SUMMARY: () => 'button',
  TABLE: () => 'table',
  TD: () => 'cell',
  TEXTAREA: () => 'textbox',
  TH: () => 'columnheader',
  TR: () => 'row',
  UL: () => 'list',
};

function roleOf(element) {
  const said = element.getAttribute('role');
  if (said) return said;
  if (/^H[1-6]$/.test(element.tagName)) return 'heading';
  return implicit[element.tagName]?.(element) ?? '';
}

function isSeen(element) {
  return !element.closest('[aria-hidden="true"], [inert]') && element.checkVisibility({ visibilityProperty: true });
}

/** The words in an element, without what is hidden from those who listen. */
function wordsIn(element) {
  let words = '';
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) words += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE && node.getAttribute('aria-hidden') !== 'true') {
      const inline = /^(A|ABBR|B|BDI|BDO|CODE|EM|I|KBD|MARK|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U)$/.test(node.tagName);
      const inner = node.getAttribute('aria-label') ?? (node.tagName === 'IMG' ? node.alt : wordsIn(node));
      words += inline ? inner : ` ${inner} `;
    }
  }
  return words;
}

function tidy(words) {
  return words.replace(/\s+/g, ' ').trim();
}

function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    return tidy(parts.map((part) => part.getAttribute('aria-label') ?? wordsIn(part)).join(' '));
  }
  const label = element.getAttribute('aria-label');
  if (label) return tidy(label);
  if (element.labels?.length) return tidy([...element.labels].map(wordsIn).join(' '));
  if (element.tagName === 'FIELDSET') return tidy(wordsIn(element.querySelector('legend') ?? element));
  if (element.tagName === 'IMG') return tidy(element.alt);
  return tidy(wordsIn(element));
}

const wanted = tidy(name);
const agrees = {
  is: (own) => own === wanted,
  starts: (own) => own.startsWith(wanted),
  has: (own) => own.includes(wanted),
  ends: (own) => own.endsWith(wanted),
}[how];

/** Whether the name can agree at all: quick, since most elements of a large page cannot. */
function mayAgree(element) {
  const elsewhere = '[aria-label], [aria-labelledby], [alt]';
  const isNamedFromElsewhere = element.matches(elsewhere) || element.labels?.length || element.querySelector(elsewhere);
  return isNamedFromElsewhere || bare(element.textContent).includes(bare(wanted));
}

function bare(words) {
  return words.replace(/\s+/g, '');
}

const found = [...(within ?? document).querySelectorAll('*')].filter((element) => {
  if (role !== '' && roleOf(element) !== role) return false;
  // A file input is never seen, only the button that opens it.
  return role === 'file' || (mayAgree(element) && isSeen(element) && agrees(nameOf(element)));
});
// Of elements inside one another that say the same, without a role only the innermost.
return role === '' ? found.filter((element) => !found.some((other) => other !== element && element.contains(other))) : found;
