import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Remark, TemplateInFile } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { fakeCore, refuse, show } from '../../../testing/host';
import { TemplatesPage } from '../TemplatesPage';
import { ImportTemplatesPage } from './ImportTemplatesPage';
import { placeText, refusalText, remarkText } from './words';

afterEach(() => act(() => clearToasts()));

const lost: Remark = {
  at: { part: 'item', linkId: '7', text: 'Längd' },
  what: { remark: 'notAsked', kind: 'quantity', why: 'type', items: 1 },
};
const known: Remark = { at: { part: 'root' }, what: { remark: 'statusNotTaken' } };
const form: TemplateInFile = {
  name: 'Astma',
  marking: 'question',
  questions: 12,
  report: [
    { remark: lost, isLoss: true },
    { remark: known, isLoss: false },
  ],
};

async function choose(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  const file = new File([text], 'astma.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [file] });
  await act(async () => {
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

/** Something of a file that is dragged over the window: jsdom has no such events of its own. */
function drag(type: 'dragover' | 'drop', file: File): void {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } });
  act(() => void window.dispatchEvent(event));
}

describe('a file with templates', () => {
  it('is explained part by part before anything is saved', async () => {
    const core = fakeCore({ preview_template_import: [form], import_templates: ['t1'] });
    show(
      <main>
        <ImportTemplatesPage />
      </main>,
    );
    await choose('{"resourceType":"Questionnaire"}');
    expect(await screen.findByText('12 frågor.')).toBeTruthy();
    expect(screen.getByText('”Längd” (7):')).toBeTruthy();
    expect(screen.getByText(/Frågetypen ”quantity” finns inte här/)).toBeTruthy();
    expect(core.asked('import_templates')).toEqual([]);
    expect(await violations()).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Läs in som utkast' }).click());
    expect(await screen.findByText('Mallen är inläst som utkast.')).toBeTruthy();
    expect(core.asked('import_templates')).toEqual([{ text: '{"resourceType":"Questionnaire"}' }]);
    expect(screen.getByRole('link', { name: 'Öppna utkastet' }).getAttribute('href')).toContain('t1');
  });

  it('is read wherever it is dropped, and from the list of templates as well', async () => {
    const core = fakeCore({ list_templates: [], list_starters: [], preview_template_import: [form] });
    show(
      <main>
        <TemplatesPage canEdit />
      </main>,
    );
    const file = new File(['{"a":1}'], 'astma.json', { type: 'application/json' });
    await screen.findByText('Inga mallar än');
    drag('dragover', file);
    expect(screen.getByText('Släpp filen för att läsa in den som mall')).toBeTruthy();
    drag('drop', file);
    expect(screen.queryByText('Släpp filen för att läsa in den som mall')).toBeNull();
    expect(window.location.hash).toBe('#/administration/mallar/las-in');
    cleanup();
    show(
      <main>
        <ImportTemplatesPage />
      </main>,
    );
    expect(await screen.findByText('12 frågor.')).toBeTruthy();
    drag('drop', new File(['{"b":2}'], 'en-till.json', { type: 'application/json' }));
    await waitFor(() => expect(core.asked('preview_template_import')).toHaveLength(2));
    expect(core.asked('preview_template_import')).toEqual([{ text: '{"a":1}' }, { text: '{"b":2}' }]);
  });

  it('that is refused says why, and what to do', async () => {
    const refusal = { refusal: 'otherVersion', version: 'STU3', linkId: '2', member: 'options' } as const;
    fakeCore({ preview_template_import: () => refuse({ code: 'templateFileRefused', refusal }) });
    show(
      <main>
        <ImportTemplatesPage />
      </main>,
    );
    await choose('{}');
    expect(
      await screen.findByText(/Den är skriven för FHIR STU3, och ”options” i 2 går inte att göra om till R4/),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Läs in/ })).toBeNull();
  });
});

describe('a remark', () => {
  it('names the part and says what became of it', () => {
    expect(placeText(known.at)).toBe('Formuläret:');
    expect(placeText({ part: 'item', linkId: '3', text: ' ' })).toBe('Del 3:');
    expect(remarkText({ remark: 'sizeRead', megabytes: 20 })).toBe('Största filstorlek är läst som 20 MB.');
    expect(remarkText({ remark: 'sizeRead' })).toContain('1177');
    const made = { remark: 'madeR4', version: 'STU3', linkId: '2', member: 'option' } as const;
    const changed = ['option → answerOption', 'enableWhen → ='];
    expect(remarkText({ ...made, changed })).toBe(
      'Filen är FHIR STU3, vilket syns på ”option” i 2. Den är gjord om till R4 och skrivs som R4: option → answerOption, enableWhen → =.',
    );
    expect(remarkText({ remark: 'versionDoubtful', said: 'R5', read: 'R4' })).toContain('läst som R4');
    const signs = [
      { versions: ['STU3'], linkId: '1', member: 'option' },
      { versions: ['R4', 'R5'], linkId: '2', member: 'answerOption' },
    ];
    expect(refusalText({ refusal: 'versionsMixed', signs })).toContain(
      '”option” i 1 finns bara i STU3, men ”answerOption” i 2 finns bara i R4 och R5',
    );
    expect(refusalText({ refusal: 'linkIdTwice', linkId: 'a' })).toContain('linkId a');
  });
});
