import { act, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import {
  asks,
  bar,
  box,
  focus,
  form,
  inWords,
  key,
  now,
  open,
  press,
  pressInBar,
  said,
  settle,
  tick,
} from '../../../testing/builder';

/** How many cards were drawn: each has one. */
const drawn = vi.hoisted(() => ({ cards: 0 }));
vi.mock('../../../components/Badge', () => ({
  Badge: ({ children }: { children: ReactNode }) => {
    drawn.cards += 1;
    return children;
  },
}));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('by mouse', () => {
  it('several are selected, and no card is drawn again for it', async () => {
    await open();
    await settle();
    const before = drawn.cards;
    tick('fråga 1: Har du ont?');
    tick('fråga 3: Hjälper det?', true);
    expect(drawn.cards).toBe(before);
    // The section is only begun in between.
    expect(bar().getByText('3 markerade')).toBeTruthy();
    expect(said('3 markerade')).toBe(true);
    tick('avsnitt 1: Läkemedel');
    expect(said('4 markerade')).toBe(true);
    tick('fråga 3: Hjälper det?');
    expect(said('2 markerade')).toBe(true);
    expect(box('avsnitt 1: Läkemedel')).toHaveProperty('checked', false);
    expect(await violations()).toEqual([]);
  });

  it('several are duplicated after the last, as one step that is offered back', async () => {
    await open();
    tick('fråga 1: Har du ont?');
    tick('avsnitt 1: Läkemedel');
    pressInBar('Duplicera');
    await settle();
    expect(inWords(now())).toBe(
      'Har du ont? Läkemedel(Tar du något? Hjälper det?) Har du ont? Läkemedel(Tar du något? Hjälper det?) Biverkningar? Sover du?',
    );
    // The copy asks for the copy, and the copies are what is selected now.
    expect(now()[3]?.items?.[1]?.shownWhen).toEqual(asks(now()[3]?.items?.[0]?.id ?? ''));
    expect(document.activeElement?.id).toBe(`item-${now()[2]?.id}`);
    expect(box('fråga 1: Har du ont?')).toHaveProperty('checked', false);
    expect(box('fråga 4: Har du ont?')).toHaveProperty('checked', true);
    expect(screen.getByText('De 4 markerade är duplicerade.')).toBeTruthy();
    press('Ångra');
    await settle();
    expect(now()).toEqual(form);
  });

  it('several are moved to one place, with what depends on them', async () => {
    await open();
    tick('avsnitt 1: Läkemedel');
    tick('fråga 5: Sover du?');
    pressInBar('Flytta till …');
    const places = within(await screen.findByRole('dialog', { name: 'Flytta de 4 markerade' }));
    act(() => places.getByRole('button', { name: /Ny plats/ }).click());
    act(() => screen.getByRole('option', { name: 'Efter Fråga 4: Biverkningar?' }).click());
    act(() => places.getByRole('button', { name: 'Flytta' }).click());
    const asked = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    expect(asked.getByText('Fråga 4. Biverkningar?')).toBeTruthy();
    expect(await violations()).toEqual([]);
    act(() => asked.getByRole('button', { name: 'Flytta utan dem' }).click());
    await settle();
    expect(inWords(now())).toBe('Har du ont? Biverkningar? Läkemedel(Tar du något? Hjälper det?) Sover du?');
    expect(document.activeElement?.id).toBe('item-s');
    press('Ångra');
    await settle();
    expect(now()).toEqual(form);
  });

  it('what others depend on is taken away when it is said what becomes of them', async () => {
    await open();
    tick('avsnitt 1: Läkemedel');
    tick('fråga 1: Har du ont?');
    pressInBar('Ta bort');
    const asked = within(await screen.findByRole('dialog', { name: 'Beroende frågor' }));
    expect(asked.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['Fråga 4. Biverkningar?']);
    act(() => asked.getByRole('button', { name: 'Ta bort de 4 markerade' }).click());
    await settle();
    expect(inWords(now())).toBe('Biverkningar? Sover du?');
    expect(now()[0]?.shownWhen).toBeUndefined();
    expect(document.activeElement?.id).toBe('item-d');
    expect(said('Inget är markerat')).toBe(true);
    press('Ångra');
    await settle();
    expect(now()).toEqual(form);
  });
});

describe('by keyboard', () => {
  it('cards are selected, reached and let go', async () => {
    await open();
    focus(box('fråga 1: Har du ont?'));
    key({ key: ' ', shiftKey: true });
    focus(box('fråga 2: Tar du något?'));
    key({ key: ' ', shiftKey: true });
    expect(said('2 markerade')).toBe(true);
    key({ key: 'Enter' });
    expect(document.activeElement).toBe(bar().getByRole('button', { name: 'Flytta till …' }));
    key({ key: 'Escape' });
    expect(said('Inget är markerat')).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(box('fråga 2: Tar du något?')));
    key({ key: 'a', ctrlKey: true });
    expect(said('6 markerade')).toBe(true);
    // In a field the same keys mean its text.
    focus(screen.getByDisplayValue('Sover du?'));
    key({ key: 'Escape' });
    key({ key: 'a', ctrlKey: true });
    expect(said('Inget är markerat')).toBe(true);
  });
});
