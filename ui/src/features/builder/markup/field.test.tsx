import { act, fireEvent, screen, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../../../testing/axe';
import { fakeCore, show } from '../../../testing/host';
import { MarkupField } from './MarkupField';

const changes = vi.fn<(text: string) => void>();

function Field({ text }: { readonly text: string }): ReactNode {
  const [value, setValue] = useState(text);
  const change = (changed: string): void => {
    changes(changed);
    setValue(changed);
  };
  return (
    <main>
      <h1>Mall</h1>
      <MarkupField label="Text" value={value} onChange={change} />
    </main>
  );
}

function open(text: string, start: number, end = start): HTMLTextAreaElement {
  changes.mockClear();
  fakeCore({});
  show(<Field text={text} />);
  const area = screen.getByRole('textbox', { name: 'Text' });
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('it has several lines');
  act(() => area.focus());
  area.setSelectionRange(start, end);
  return area;
}

const selection = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string =>
  value.slice(selectionStart, selectionEnd);
const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());

describe('the field of a text with marks', () => {
  it('writes and takes away marks around what is selected, which stays selected, in one change each', () => {
    const area = open('Kom fastande.', 4, 12);
    press('Fet (Ctrl+B)');
    expect([area.value, selection(area)]).toEqual(['Kom **fastande**.', 'fastande']);
    expect(document.activeElement).toBe(area);
    fireEvent.keyDown(area, { key: 'i', ctrlKey: true });
    expect([area.value, selection(area)]).toEqual(['Kom ***fastande***.', 'fastande']);
    fireEvent.keyDown(area, { key: 'b', ctrlKey: true });
    fireEvent.keyDown(area, { key: 'i', ctrlKey: true });
    expect([area.value, selection(area)]).toEqual(['Kom fastande.', 'fastande']);
    press('Punktlista');
    expect(area.value).toBe('- Kom fastande.');
    expect(changes).toHaveBeenCalledTimes(5);
  });

  it('has one place among the tabs for its buttons, which the arrows go between', async () => {
    open('Hej', 0);
    expect(await violations()).toEqual([]);
    const toolbar = screen.getByRole('toolbar', { name: 'Formatering' });
    const [first, second] = within(toolbar).getAllByRole('button');
    act(() => first?.focus());
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
  });

  it('asks where a link leads, and refuses what none may lead to', async () => {
    const area = open('Läs mer nu', 4, 7);
    fireEvent.keyDown(area, { key: 'k', ctrlKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'Lägg till länk' });
    const address = within(dialog).getByRole('textbox', { name: 'Adress' });
    fireEvent.change(address, { target: { value: 'javascript:alert(1)' } });
    press('Infoga länk');
    expect(within(dialog).getByText(/Det går inte att länka till den adressen/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(address, { target: { value: 'www.1177.se' } });
    press('Infoga länk');
    expect(area.value).toBe('Läs [mer](https://www.1177.se/) nu');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('takes from another program only what it can show', () => {
    const area = open('Först. ', 7);
    const html = '<p>Kom <b>fastande</b><script>x()</script></p><ul><li onclick="x()">pass</li></ul>';
    const clipboardData = { getData: (kind: string) => (kind === 'text/html' ? html : 'Kom fastande') };
    const isLeftToTheBrowser = fireEvent.paste(area, { clipboardData });
    expect(isLeftToTheBrowser).toBe(false);
    expect(area.value).toBe('Först. Kom **fastande**\n- pass');
    expect(fireEvent.paste(area, { clipboardData: { getData: () => '' } }), 'plain text is').toBe(true);
  });
});
