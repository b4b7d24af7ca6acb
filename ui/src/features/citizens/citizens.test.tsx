import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportPreview, RegisterRow } from '../../bindings';
import { violations } from '../../testing/axe';
import { fakeCore, refuse, show } from '../../testing/host';
import { CitizensPage, ImportPage } from '.';
import { decode } from './decode';
import { fits } from './filter';

afterEach(() => vi.unstubAllGlobals());

const tolvan: RegisterRow = {
  id: 'c-1',
  number: '191212121212',
  name: 'Tolvan Tolvansson',
  careRelation: 'Listad sedan 2011',
  unreachable: null,
  isProtected: false,
};
const vera: RegisterRow = {
  id: 'c-2',
  number: '197603110014',
  name: 'Vera Öberg',
  careRelation: null,
  unreachable: 'noCareRelation',
  isProtected: true,
};

describe('the register', () => {
  it('is filtered by name and by number', async () => {
    fakeCore({ list_citizens: [tolvan, vera] });
    show(
      <main>
        <CitizensPage />
      </main>,
    );
    expect(await screen.findByText('2 invånare')).toBeTruthy();
    expect(screen.getByText('19760311-0014')).toBeTruthy();
    expect(screen.getByText('Kan nås', { selector: 'td *' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'Kan inte nås vårdrelation saknas' })).toBeTruthy();
    expect(screen.getAllByText('Skyddad identitet')).toHaveLength(1);
    expect(await violations()).toEqual([]);
    const filter = screen.getByLabelText('Filtrera på namn eller personnummer');
    fireEvent.change(filter, { target: { value: '760311-00' } });
    expect(screen.queryByText('Tolvan Tolvansson')).toBeNull();
    expect(screen.getByText('1 invånare av 2 passar filtret')).toBeTruthy();
    fireEvent.change(filter, { target: { value: 'ingen' } });
    fireEvent.click(screen.getByRole('button', { name: 'Rensa filtret' }));
    expect(screen.getByText('Tolvan Tolvansson')).toBeTruthy();
  });

  it('is kept by no query once it is left, since some in it are protected', async () => {
    let client: QueryClient | undefined;
    function Keeper(): ReactNode {
      client = useQueryClient();
      return null;
    }
    fakeCore({ list_citizens: [tolvan, vera] });
    show(
      <>
        <CitizensPage />
        <Keeper />
      </>,
    );
    await screen.findByText('2 invånare');
    expect(client?.getQueryCache().getAll()).toHaveLength(1);
    cleanup();
    await waitFor(() => expect(client?.getQueryCache().getAll()).toEqual([]));
  });

  it('says how it is filled when it is empty', async () => {
    fakeCore({ list_citizens: [] });
    show(
      <main>
        <CitizensPage />
      </main>,
    );
    expect(await screen.findByText('Registret är tomt')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['öberg vera', true],
    ['ÖBERG', true],
    ['19760311', true],
    ['760311-0014', true],
    ['oberg', false],
    ['', true],
  ])('fits %j: %s', (filter, expected) => expect(fits(vera, filter)).toBe(expected));

  it('draws the first two hundred of a large one', async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({
      ...tolvan,
      id: `c-${at}`,
      name: `Invånare ${at}`,
    }));
    fakeCore({ list_citizens: many });
    show(<CitizensPage />);
    expect(await screen.findByText(/De första 200 visas/)).toBeTruthy();
    expect(screen.getAllByRole('row')).toHaveLength(201);
  });
});

describe('a file', () => {
  const swedish = 'personnummer;namn\n191212121212;Åsa Öberg';
  const bytes = (text: string, of: (sign: string) => number[]): ArrayBuffer =>
    new Uint8Array([...text].flatMap(of)).buffer;

  it('is read as UTF-8, windows-1252 or UTF-16, whichever it is', () => {
    expect(decode(new TextEncoder().encode(swedish).buffer)).toBe(swedish);
    expect(decode(bytes(swedish, (sign) => [sign.charCodeAt(0)]))).toBe(swedish);
    const marked = bytes(`\ufeff${swedish}`, (sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]);
    expect(decode(marked)).toBe(swedish);
  });
});

describe('the import', () => {
  const row = ({ id: _, ...rest }: RegisterRow): Omit<RegisterRow, 'id'> => rest;
  const clean: ImportPreview = {
    rows: [
      { ...row(tolvan), line: 2, known: true },
      { ...row(vera), line: 3, known: false },
    ],
    errors: [],
  };

  function choose(text: string): void {
    const input = document.querySelector('input[type=file]');
    if (!input) throw new Error('there is a file input');
    fireEvent.change(input, { target: { files: [new File([text], 'register.csv', { type: 'text/csv' })] } });
  }

  it('explains the columns before a file is chosen', () => {
    fakeCore({});
    show(
      <main>
        <ImportPage />
      </main>,
    );
    expect(screen.getByRole('rowheader', { name: 'vårdrelation' })).toBeTruthy();
    return expect(violations()).resolves.toEqual([]);
  });

  it('tells line by line what is wrong and how to mend it, and takes nothing in', async () => {
    const core = fakeCore({
      preview_citizen_import: {
        rows: clean.rows,
        errors: [
          { line: 4, reason: { problem: 'number', reason: 'checkDigit' } },
          { line: 5, reason: { problem: 'repeated', line: 2 } },
          { line: 6, reason: { problem: 'nameMissing' } },
          { line: 7, reason: { problem: 'unreadable' } },
          { line: 8, reason: { problem: 'unknownWord', column: 'avisering', accepted: ['ja', 'nej'] } },
          { line: 9, reason: { problem: 'newNumber', reason: 'date' } },
          { line: 10, reason: { problem: 'newNumberIsOld' } },
          { line: 11, reason: { problem: 'guardianUnnamed' } },
          { line: 12, reason: { problem: 'number', reason: 'reserve' } },
        ],
      },
    });
    show(
      <main>
        <ImportPage />
      </main>,
    );
    choose('personnummer;namn\n…');
    expect(await screen.findByRole('heading', { name: '9 rader behöver rättas' })).toBeTruthy();
    expect(screen.getByText('Jämför personnumret med journalen.')).toBeTruthy();
    expect(screen.getByText('Samma personnummer står redan på rad 2.')).toBeTruthy();
    expect(screen.getByText('Ordet i kolumnen avisering är okänt.')).toBeTruthy();
    expect(screen.getByText('Skriv ett av dessa: ja, nej.')).toBeTruthy();
    expect(screen.getByText('Det är ett reservnummer, som inte går att logga in med.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Läs in/ })).toBeNull();
    expect(core.asked('import_citizens')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('takes a clean file in after it has been shown, and tells what changed', async () => {
    const core = fakeCore({
      preview_citizen_import: clean,
      import_citizens: { added: 1, updated: 1, unchanged: 0 },
    });
    show(
      <main>
        <ImportPage />
      </main>,
    );
    choose('personnummer;namn\nåäö');
    expect(await screen.findByText(/1 nya och 1 som redan finns/)).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'Kan inte nås vårdrelation saknas' })).toBeTruthy();
    expect(core.asked('preview_citizen_import')).toEqual([{ text: 'personnummer;namn\nåäö' }]);
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Läs in 2 invånare' }));
    expect(await screen.findByText('Registret är uppdaterat')).toBeTruthy();
    expect(core.asked('import_citizens')).toEqual([{ text: 'personnummer;namn\nåäö' }]);
    expect(await violations()).toEqual([]);
  });

  it('says when the file is something else', async () => {
    fakeCore({ preview_citizen_import: () => refuse({ code: 'importUnreadable' }) });
    show(<ImportPage />);
    choose('hej');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Filen är ingen lista över invånare');
    fireEvent.click(screen.getByRole('button', { name: /^Ta bort/ }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
