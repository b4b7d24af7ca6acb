import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { findItem, walk } from '../../../form/tree';
import { violations } from '../../../testing/axe';
import {
  asks,
  bar,
  box,
  Clipboard,
  focus,
  form,
  inWords,
  key,
  medicines,
  now,
  open,
  own,
  press,
  pressInBar,
  question,
  read,
  said,
  send,
  settle,
  tick,
} from '../../../testing/builder';
import { refuse } from '../../../testing/host';
import { keep } from './clipboard';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => {
    clearToasts();
    keep(null);
  });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Ctrl+C, Ctrl+X and Ctrl+V', () => {
  it('a section is cut and pasted last, and two steps back give exactly what was', async () => {
    await open();
    const clipboard = new Clipboard();
    focus(box('avsnitt 1: Läkemedel'));
    send('cut', clipboard);
    expect(clipboard.getData('text/plain')).toBe('Läkemedel\n1. Tar du något?\n2. Hjälper det?');
    const asked = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    act(() => asked.getByRole('radio', { name: /^Behåll villkoret/ }).click());
    act(() => asked.getByRole('button', { name: 'Ta bort Avsnitt 1' }).click());
    await settle();
    expect(inWords(now())).toBe('Har du ont? Biverkningar? Sover du?');
    expect(screen.getByText('Avsnitt 1 är urklippt.')).toBeTruthy();

    focus(box('fråga 3: Sover du?'));
    send('paste', clipboard);
    await settle();
    expect(read()).toEqual([{ text: clipboard.getData(own) }]);
    expect(inWords(now())).toBe('Har du ont? Biverkningar? Sover du? Läkemedel(Tar du något? Hjälper det?)');
    const pasted = now().at(-1);
    expect(pasted?.items?.[1]?.shownWhen).toEqual(asks(pasted?.items?.[0]?.id ?? ''));
    expect(findItem(now(), 'b')).toBeUndefined();
    expect(screen.getByText('3 inklistrade.')).toBeTruthy();
    expect(document.activeElement?.id).toBe(`item-${pasted?.id}`);

    key({ key: 'z', ctrlKey: true });
    await settle();
    key({ key: 'z', ctrlKey: true });
    await settle();
    expect(now()).toEqual(form);
  });

  it('takes nothing away that the system did not take', async () => {
    await open();
    const clipboard = new Clipboard();
    clipboard.setData = () => {
      throw new Error('not allowed');
    };
    focus(box('fråga 5: Sover du?'));
    send('cut', clipboard);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Frågorna kunde inte kopieras. Inget är ändrat.');
    expect(now()).toEqual(form);
  });

  it('leaves the clipboard to a field, and to text that is selected', async () => {
    await open();
    const clipboard = new Clipboard();
    tick('fråga 5: Sover du?');
    const field = screen.getByDisplayValue('Sover du?');
    focus(field);
    expect([send('copy', clipboard), send('cut', clipboard), send('paste', clipboard)]).toEqual([
      true,
      true,
      true,
    ]);
    focus(box('fråga 5: Sover du?'));
    document.getSelection()?.selectAllChildren(screen.getByRole('heading', { level: 1 }));
    expect(send('copy', clipboard)).toBe(true);
    document.getSelection()?.removeAllRanges();
    expect([...clipboard.data.keys()]).toEqual([]);
    expect(send('copy', clipboard)).toBe(false);
    expect([...clipboard.data.keys()]).toEqual(['text/plain', own]);
    expect(said('1 kopierad.')).toBe(true);
  });
});

describe('what comes from another window', () => {
  const copied = (...items: Item[]): Clipboard => {
    const clipboard = new Clipboard();
    clipboard.setData(own, JSON.stringify({ format: 'budkavle-items-1', items }));
    return clipboard;
  };

  it('loses the conditions on what is not here, and says how many', async () => {
    await open();
    focus(screen.getByRole('button', { name: 'Lägg till i Avsnitt 1' }));
    send('paste', copied(question('x', 'Var?', asks('w')), question('y', 'När?', asks('x'))));
    await settle();
    expect(inWords(now())).toBe(
      'Har du ont? Läkemedel(Tar du något? Hjälper det? Var? När?) Biverkningar? Sover du?',
    );
    const [, , where, when] = now()[1]?.items ?? [];
    expect([where?.shownWhen, when?.shownWhen]).toEqual([undefined, asks(where?.id ?? '')]);
    expect(
      screen.getByText('2 inklistrade. Ett villkor gällde en fråga som inte finns här och är borttaget.'),
    ).toBeTruthy();
    press('Ångra');
    await settle();
    expect(now()).toEqual(form);
  });

  it('is refused with what to do when the core does not understand it', async () => {
    await open(form, {
      read_copied_items: () => refuse({ code: 'copiedItemsRefused', fault: 'notUnderstood' }),
    });
    focus(box('fråga 1: Har du ont?'));
    send('paste', copied(question('x', 'Var?')));
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/går inte att klistra in.*Kopiera frågorna igen/);
    expect(now()).toEqual(form);
    expect(await violations()).toEqual([]);
    press('Stäng');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is refused when the template would become too large', async () => {
    await open();
    focus(box('fråga 1: Har du ont?'));
    const many = Array.from({ length: 1_996 }, (_, at) => question(`q${at}`, ''));
    send('paste', copied(...many));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Mallen blir för stor.');
    expect(walk(now())).toHaveLength(6);
  });
});

describe('lines of text', () => {
  it('become questions when that is meant, in one step', async () => {
    await open();
    const clipboard = new Clipboard();
    clipboard.setData('text/plain', '1. Hur länge?\r\n\r\n• Hur ofta?\r\n/datum När började det?\tungefär');
    focus(box('fråga 1: Har du ont?'));
    send('paste', clipboard);
    const dialog = within(await screen.findByRole('dialog', { name: 'Klistra in som frågor' }));
    expect(dialog.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Hur länge?',
      'Hur ofta?',
      '/datum När började det? ungefär',
    ]);
    expect(await violations()).toEqual([]);
    act(() => dialog.getByRole('button', { name: 'Klistra in 3 frågor' }).click());
    await settle();
    expect(
      now()
        .slice(1, 4)
        .map(({ text, kind }) => [text, kind.type]),
    ).toEqual([
      ['Hur länge?', 'longText'],
      ['Hur ofta?', 'longText'],
      ['När började det? ungefär', 'date'],
    ]);
    key({ key: 'z', ctrlKey: true });
    await settle();
    expect(now()).toEqual(form);

    clipboard.setData('text/plain', 'En rad\n'.repeat(201));
    focus(box('fråga 1: Har du ont?'));
    send('paste', clipboard);
    const refused = within(await screen.findByRole('dialog', { name: 'Klistra in som frågor' }));
    expect(refused.getByText(/^Texten har 201 rader\. Klistra in högst 200/)).toBeTruthy();
  });
});

describe('the buttons', () => {
  it('put it on the clipboard of the system as well, where the webview lets a press do that', async () => {
    await open();
    const clipboard = new Clipboard();
    Object.defineProperty(document, 'execCommand', {
      configurable: true,
      value: (what: string) => what === 'copy' && send('copy', clipboard),
    });
    tick('fråga 1: Har du ont?');
    document.getSelection()?.selectAllChildren(screen.getByRole('heading', { level: 1 }));
    focus(bar().getByRole('button', { name: 'Kopiera' }));
    pressInBar('Kopiera');
    Reflect.deleteProperty(document, 'execCommand');
    expect(clipboard.getData('text/plain')).toBe('1. Har du ont?');
    expect(said('1 kopierad.')).toBe(true);
  });

  it('copy from one template into another where the page has no clipboard', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /^Klistra in/ })).toBeNull();
    tick('fråga 4: Biverkningar?');
    pressInBar('Kopiera');
    expect(said('1 kopierad. Går bara att klistra in i det här fönstret.')).toBe(true);
    expect(bar().getByRole('button', { name: 'Klistra in efter' })).toBeTruthy();
    cleanup();
    vi.unstubAllGlobals();

    await open([question('z', 'Röker du?'), medicines], {}, 'n');
    press('Klistra in sist (1)');
    await settle();
    expect(inWords(now())).toBe('Röker du? Läkemedel(Tar du något? Hjälper det?) Biverkningar?');
    // The question it asks for is here too.
    expect(now().at(-1)?.shownWhen).toEqual(asks('b'));
    // What was pasted is selected.
    tick('fråga 1: Röker du?');
    pressInBar('Klipp ut');
    await settle();
    expect(inWords(now())).toBe('Läkemedel(Tar du något? Hjälper det?)');
    press('Klistra in sist (2)');
    await settle();
    expect(inWords(now())).toBe('Läkemedel(Tar du något? Hjälper det?) Röker du? Biverkningar?');
  });
});
