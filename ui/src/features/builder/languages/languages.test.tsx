import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TemplateContent, TranslationsRead, Unit } from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { aDraft, aTemplate, fakeDrafts } from '../../../testing/drafts';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../../testing/host';
import { TemplateEditorPage } from '..';
import { apply } from '../edit';
import { decode } from './decode';

const unit: Unit = {
  id: 'u',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring oss.',
  retention: { attachmentHours: 72, copyHours: 24 },
  secureFolder: '',
  approval: false,
  example: true,
};

const content: TemplateContent = {
  name: 'Uppföljning',
  handlerInstruction: 'Kontrollera.',
  purpose: 'Vi följer upp.',
  answerUse: 'Sparas i journalen',
  contact: '',
  body: [{ part: 'text', id: 't', text: 'Läs **detta**.' }],
  answerable: true,
  form: [
    { id: 'a', text: 'Hur mår du?', help: '', required: true, kind: { type: 'longText', maxLength: 10 } },
  ],
  markup: true,
  translations: [
    {
      language: 'ar',
      texts: {
        name: { text: 'متابعة', of: 'Uppföljning' },
        purpose: { text: 'نتابع.', of: 'Vi följde upp.' },
        'item/a': { text: 'كيف حالك؟', of: 'Hur mår du?' },
      },
    },
  ],
};

async function open(more: Answers = {}, start = content): Promise<FakeCore> {
  const core = fakeCore({
    unit_settings: unit,
    ...fakeDrafts(aTemplate({ id: 'm', draft: aDraft(start) })),
    ...more,
  });
  show(
    <main>
      <TemplateEditorPage id="m" />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Uppföljning' });
  press('Språk');
  return core;
}

const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());
const field = (place: string): HTMLElement => screen.getByRole('textbox', { name: `Arabiska: ${place}` });
const saved = (core: FakeCore): TemplateContent =>
  core
    .asked('edit_draft')
    .flatMap(({ edits }) => edits)
    .reduce(apply, content);
const settle = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(500);
  });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
});

describe('the languages of a template', () => {
  it('stand beside the Swedish, with what is missing and what is outdated said in words', async () => {
    await open();
    expect(screen.getByText(/^Av 5 texter: 2 saknas och en är inaktuell\./)).toBeTruthy();
    expect(field('Namn').getAttribute('dir')).toBe('rtl');
    expect(field('Namn').getAttribute('lang')).toBe('ar');
    expect(screen.getAllByText('Saknas').length).toBe(2);
    expect(screen.getByText('Vi följde upp.')).toBeTruthy();
    const preview = within(screen.getByRole('region', { name: 'Så ser invånaren det' }));
    expect(preview.getByText('كيف حالك؟').getAttribute('lang')).toBe('ar');
    expect(await violations()).toEqual([]);
  });

  it('are written and saved as any other text, and an outdated one can be said to be right', async () => {
    const core = await open();
    fireEvent.change(field('Hur svaren används'), { target: { value: 'في السجل' } });
    fireEvent.change(field('Namn'), { target: { value: ' ' } });
    press('Översättningen av Syfte stämmer fortfarande');
    await settle();
    const [arabic] = saved(core).translations ?? [];
    expect(arabic?.texts.answerUse).toEqual({ text: 'في السجل', of: 'Sparas i journalen' });
    expect(arabic?.texts.purpose).toEqual({ text: 'نتابع.', of: 'Vi följer upp.' });
    expect(arabic?.texts.name).toBeUndefined();
  });

  it('can be gone through by the keyboard, and only what lacks something be shown', async () => {
    await open();
    fireEvent.keyDown(document.body, { code: 'KeyN', key: 'n', altKey: true });
    expect(document.activeElement).toBe(field('Syfte'));
    fireEvent.keyDown(field('Syfte'), { code: 'KeyN', key: 'n', altKey: true });
    expect(document.activeElement).toBe(field('Textstycke 1'));
    act(() => screen.getByRole('switch', { name: /^Visa bara det som saknas/ }).click());
    expect(screen.queryByRole('textbox', { name: 'Arabiska: Namn' })).toBeNull();
    // What is written in stays, so that nobody loses their place at the first letter.
    fireEvent.change(field('Textstycke 1'), { target: { value: 'اقرأ' } });
    expect(field('Textstycke 1')).toBeTruthy();
  });

  it('are added and taken away, and come back', async () => {
    const core = await open({}, { ...content, translations: [] });
    expect(screen.getByText('Mallen finns bara på svenska')).toBeTruthy();
    act(() => screen.getByRole('button', { name: /Nytt språk/ }).click());
    act(() => screen.getByRole('option', { name: /^Somaliska/ }).click());
    press('Lägg till');
    await settle();
    expect(screen.getByRole('textbox', { name: 'Somaliska: Namn' })).toBeTruthy();
    press('Ta bort somaliska');
    await settle();
    const edits = core.asked('edit_draft').flatMap((asked) => asked.edits);
    expect(edits.map(({ edit }) => edit)).toEqual(['addLanguage', 'removeLanguage']);
    press('Ångra');
    await settle();
    expect(screen.getByRole('textbox', { name: 'Somaliska: Namn' })).toBeTruthy();
  });
});

async function choose(bytes: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  Object.defineProperty(input, 'files', { value: [new File([bytes], 'texter.csv', { type: 'text/csv' })] });
  await act(async () => {
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(50);
  });
}

const told: TranslationsRead = {
  edit: {
    edit: 'several',
    edits: [{ edit: 'translate', language: 'ar', texts: { answerUse: { text: 'في السجل', of: 'Sparas' } } }],
  },
  languages: ['ar'],
  added: [],
  taken: 1,
  same: 3,
  outdated: 1,
  marks: 0,
  unknown: 2,
  tooLong: 0,
  ignored: ['Anteckning'],
};

describe('a file of translations', () => {
  it('says what it would do before it does it, and is one step', async () => {
    const core = await open({ read_translations: told });
    press('Läs in CSV…');
    await choose('Nyckel;Svenska;ar\n');
    expect(await screen.findByText('En översättning är ny eller ändrad.')).toBeTruthy();
    expect(screen.getByText(/^En är gjord av svenska som har ändrats/)).toBeTruthy();
    expect(screen.getByText(/^2 rader hör inte till/)).toBeTruthy();
    expect(screen.getByText('Kolumner som inte används: Anteckning.')).toBeTruthy();
    expect(core.asked('edit_draft')).toEqual([]);
    expect(await violations()).toEqual([]);
    press('Läs in');
    await settle();
    expect(core.asked('edit_draft').flatMap(({ edits }) => edits)).toEqual([told.edit]);
  });

  it('that is refused says why and what to do', async () => {
    await open({
      read_translations: () => refuse({ code: 'translationFileRefused', refusal: 'noLanguage' }),
    });
    press('Läs in CSV…');
    await choose('Nyckel;Svenska\n');
    expect(await screen.findByText(/Den har ingen kolumn med ett språk/)).toBeTruthy();
  });

  it('is read as Unicode or not at all', () => {
    const bytes = (...all: number[]): ArrayBuffer => new Uint8Array(all).buffer;
    expect(decode(bytes(0xff, 0xfe, 0x44, 0x06))).toBe('ل');
    expect(decode(bytes(0xfe, 0xff, 0x06, 0x44))).toBe('ل');
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa5))).toBe('å');
    expect(() => decode(bytes(0x4e, 0xe5))).toThrow();
  });

  it('is written by the core, of what is saved', async () => {
    const core = await open({ export_translations: true });
    fireEvent.change(field('Namn'), { target: { value: 'متابعات' } });
    press('Spara som CSV…');
    await settle();
    expect(core.asked('export_translations')).toEqual([{ template: 'm' }]);
    expect(core.asked('edit_draft').length).toBe(1);
  });
});
