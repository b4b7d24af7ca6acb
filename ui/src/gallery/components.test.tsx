import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Providers } from '../app/Providers';
import { FileField } from '../components/FileField';
import { StatusMark } from '../components/StatusMark';
import { Table } from '../components/Table';
import { DateField, NumberField, TextField } from '../components/TextField';
import { showToast } from '../components/Toast';
import { violations } from '../testing/axe';
import { Builder } from './builder';
import { Gallery } from './Gallery';
import { Overlays } from './parts';
import { stories } from './stories';

afterEach(() => vi.useRealTimers());

describe('nothing breaks an accessibility rule', () => {
  it.each(stories)('in $name', async ({ show }) => {
    render(
      <I18nProvider locale="sv-SE">
        <main>
          <h1>Komponent</h1>
          <h2>Del</h2>
          {show()}
        </main>
      </I18nProvider>,
    );
    expect(await violations()).toEqual([]);
  });

  it.each(['dialog', 'confirm'] as const)('in an open %s', async (open) => {
    render(<Overlays open={open} />);
    expect(screen.getByRole(open === 'dialog' ? 'dialog' : 'alertdialog')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('in an empty list to fill', async () => {
    render(
      <main>
        <h1>Mall</h1>
        <Builder isEmpty />
      </main>,
    );
    expect(await violations()).toEqual([]);
  });

  it('in the whole window, with a message up', async () => {
    render(
      <Providers>
        <Gallery />
      </Providers>,
    );
    let close = (): void => {};
    act(() => {
      close = showToast({ text: 'Frågan togs bort.', onUndo: () => {} });
    });
    expect(screen.getByRole('button', { name: 'Ångra' })).toBeTruthy();
    expect(await violations()).toEqual([]);
    act(close);
  });
});

describe('a page', () => {
  it('takes focus to its heading, and the skip link to its content', () => {
    render(<Gallery />);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    fireEvent.click(screen.getByRole('button', { name: 'Hoppa till innehållet' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});

function DateAndNumber(): ReactNode {
  const [date, setDate] = useState('22/11 2026');
  const [number, setNumber] = useState('37.5');
  return (
    <>
      <DateField label="Datum" value={date} onChange={setDate} />
      <NumberField label="Tal" value={number} onChange={setNumber} />
    </>
  );
}

describe('fields', () => {
  it('read the error and the help with the label', () => {
    render(
      <TextField
        label="Namn"
        description="Hela namnet."
        error="Skriv ett namn."
        value=""
        onChange={() => {}}
      />,
    );
    const input = screen.getByLabelText('Namn');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(expect.arrayContaining(['Hela namnet.', 'Skriv ett namn.']));
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('write what they understood when left, and leave the rest as it stands', () => {
    render(<DateAndNumber />);
    const date = screen.getByLabelText<HTMLInputElement>('Datum');
    fireEvent.focus(date);
    fireEvent.blur(date);
    expect(date.value).toBe('2026-11-22');
    fireEvent.change(date, { target: { value: 'i somras' } });
    fireEvent.focus(date);
    fireEvent.blur(date);
    expect(date.value).toBe('i somras');
    const number = screen.getByLabelText<HTMLInputElement>('Tal');
    fireEvent.focus(number);
    fireEvent.blur(number);
    expect(number.value).toBe('37,5');
  });

  it('count characters as people do and say when there are too many', () => {
    render(<TextField label="Text" value="åäö👍🏽" onChange={() => {}} maxLength={4} />);
    expect(screen.getByText('1 tecken för mycket')).toBeTruthy();
  });

  it('name the file in the button that removes it', () => {
    const onRemove = vi.fn();
    render(
      <FileField
        label="Bilagor"
        accept={['image/png']}
        allowsMultiple
        files={[{ id: 'f', name: 'knä.png', size: 10, state: { at: 'waiting' } }]}
        onChoose={() => {}}
        onRemove={onRemove}
      />,
    );
    act(() => screen.getByRole('button', { name: 'Ta bort knä.png' }).click());
    expect(onRemove).toHaveBeenCalledWith('f');
  });
});

describe('a table', () => {
  it('tells how it is sorted and asks for the other way', () => {
    const onSort = vi.fn();
    render(
      <Table
        caption="Ärenden"
        rows={[{ id: '1' }]}
        rowKey={(row) => row.id}
        rowHref={(row) => `#/${row.id}`}
        columns={[{ id: 'id', heading: 'Nummer', cell: (row) => row.id, isSortable: true }]}
        sort={{ column: 'id', direction: 'ascending' }}
        onSort={onSort}
      />,
    );
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('ascending');
    act(() => screen.getByRole('button', { name: 'Nummer' }).click());
    expect(onSort).toHaveBeenCalledWith({ column: 'id', direction: 'descending' });
    expect(screen.getByRole('link', { name: '1' }).getAttribute('href')).toBe('#/1');
  });
});

describe('the marks', () => {
  it('say in words what the letters mean', () => {
    const at = Date.UTC(2026, 10, 22, 13, 3);
    render(
      <>
        <StatusMark kind="read" at={at} now={at} />
        <StatusMark kind="replied" at={null} now={at} />
      </>,
    );
    expect(screen.getByText('Läst 22 nov. 14:03')).toBeTruthy();
    expect(screen.getByText('Inget svar')).toBeTruthy();
  });
});
