import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftView, Edit, EditedDraft, Finding, TemplateContent, Unit } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { aDraft, aTemplate, fakeDrafts, guideline } from '../../testing/drafts';
import { type FakeCore, fakeCore, show } from '../../testing/host';
import { TemplateEditorPage } from '.';
import { apply } from './edit';

const unit: Unit = {
  id: 'u',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring oss på 0480-00 00 00.',
  retention: { attachmentHours: 72, copyHours: 24 },
  secureFolder: '',
  approval: false,
  example: true,
};

const text = (id: string): TemplateContent['form'][number] => ({
  id,
  text: `Berätta ${id}`,
  help: '',
  required: true,
  kind: { type: 'longText', maxLength: 500 },
});

const content: TemplateContent = {
  name: 'Ordination järn',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [{ part: 'text', id: 't', text: 'Svaret skickas till din läkare.' }],
  answerable: true,
  form: [
    {
      id: 'choice',
      text: 'Hur mår du?',
      help: '',
      required: true,
      kind: {
        type: 'singleChoice',
        options: ['Bra', 'Sådär', 'Dåligt'].map((option) => ({ id: option, text: option })),
      },
    },
    {
      id: 'weight',
      text: 'Vad väger du?',
      help: '',
      required: false,
      kind: { type: 'number', unit: '', min: null, max: null, decimals: 0 },
    },
    text('t1'),
    text('t2'),
  ],
};

const item = (id: string): Finding['place'] => ({ at: 'item', id });
const proposal = 'Vi läser ditt svar.';
const found: Record<string, Finding> = {
  purpose: { severity: 'error', place: { at: 'purpose' }, found: { rule: 'purposeMissing' } },
  answerUse: { severity: 'error', place: { at: 'answerUse' }, found: { rule: 'answerUseMissing', proposal } },
  contact: { severity: 'error', place: { at: 'contact' }, found: { rule: 'contactMissing' } },
  texts: {
    severity: 'advice',
    place: { at: 'form' },
    found: { rule: 'manyRequiredTexts', count: 5, most: 3, items: ['t1', 't2'] },
  },
  wayOut: { severity: 'advice', place: item('choice'), found: { rule: 'noWayOut' } },
  unit: { severity: 'advice', place: item('weight'), found: { rule: 'unitMissing', proposal: 'kg' } },
  passive: {
    severity: 'advice',
    place: { at: 'part', id: 't' },
    found: { rule: 'passive', words: 'skickas' },
  },
};

/** A core that finds these, and no longer what the fake rules say is righted. */
async function open(findings: readonly Finding[], more: Partial<DraftView> = {}): Promise<FakeCore> {
  const draft = aDraft(content, { findings: [...findings], ...more });
  const drafts = fakeDrafts(aTemplate({ draft }));
  let left = [...findings];
  const asked = fakeCore({
    unit_settings: unit,
    ...drafts,
    edit_draft: (request): EditedDraft => {
      const answer = drafts.edit_draft;
      if (typeof answer !== 'function') throw new Error('the fake drafts are made of functions');
      left = left.filter((finding) => !request.edits.some((edit) => rights(edit, finding)));
      return { ...answer(request), findings: left };
    },
  });
  show(
    <main>
      <TemplateEditorPage id="m" />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Ordination järn' });
  return asked;
}

/** Which edits right which findings. */
function rights(edit: Edit, { found: { rule } }: Finding): boolean {
  switch (edit.edit) {
    case 'write':
      return rule === `${edit.field}Missing`;
    case 'addOption':
      return rule === 'noWayOut';
    case 'changeItem':
      return rule === 'unitMissing';
    case 'several':
      return rule === 'manyRequiredTexts';
    default:
      return false;
  }
}

const pick = (...names: string[]): Finding[] => names.flatMap((name) => found[name] ?? []);
const press = (name: string | RegExp): void => act(() => screen.getByRole('button', { name }).click());
const unfold = (): void => press(/^Riktlinjen: /);
const settle = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(500);
  });
const saved = (asked: FakeCore): TemplateContent =>
  asked
    .asked('edit_draft')
    .flatMap(({ edits }) => edits)
    .reduce(apply, content);
/** What is said aloud of how much was found. */
const status = (): string | null | undefined =>
  [...document.querySelectorAll('[role="status"]')].find((one) => one.textContent?.startsWith('Riktlinjen'))
    ?.textContent;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('guidance while writing', () => {
  it('says what, why and whose rule, errors apart from advice, and which version of which guideline holds', async () => {
    await open(pick('purpose', 'wayOut', 'passive'));
    expect(status()).toBe('Riktlinjen: en sak att rätta och 2 råd');
    unfold();
    const errors = within(screen.getByRole('list', { name: 'Att rätta före publicering' }));
    expect(errors.getByText('Syftet saknas')).toBeTruthy();
    expect(errors.getByText(/^Region Kalmars riktlinje: varje meddelande/)).toBeTruthy();
    const advice = within(screen.getByRole('list', { name: 'Råd' }));
    expect(advice.getByText(/^Budkavles råd: den som inte vet/)).toBeTruthy();
    expect(advice.getByText('”skickas” i meddelandetexten säger inte vem som gör det')).toBeTruthy();
    expect(advice.queryByText('Syftet saknas')).toBeNull();
    expect(screen.getByText('Region Kalmars riktlinje, version 2023-12-06')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says that nothing was found, and that the organisation is stricter', async () => {
    await open([], { guideline: { ...guideline, isTightened: true } });
    press('Riktlinjen: inget att anmärka');
    expect(screen.getByText(/version 2023-12-06, skärpt av din organisation$/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Råd' })).toBeNull();
  });

  it('leads to the place and never invents a purpose', async () => {
    const asked = await open(pick('purpose', 'passive'));
    unfold();
    expect(screen.queryAllByRole('button', { name: /^Skriv/ })).toEqual([]);
    press('Syftet saknas');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Syfte' }));
    press('”skickas” i meddelandetexten säger inte vem som gör det');
    expect(document.activeElement).toBe(screen.getByDisplayValue('Svaret skickas till din läkare.'));
    expect(asked.asked('edit_draft')).toEqual([]);
  });

  it('rights in one press what can be righted, and takes it back as any edit', async () => {
    const asked = await open(pick('answerUse', 'contact', 'texts', 'wayOut', 'unit'));
    unfold();
    press('Skriv ”Vi läser ditt svar.”');
    press('Hämta från enhetens inställningar');
    press('Gör de 2 sista frivilliga');
    press('Lägg till ”Vet inte” i fråga 1');
    press('Skriv enheten kg');
    await settle();
    const { answerUse, contact, form } = saved(asked);
    expect([answerUse, contact]).toEqual([proposal, unit.contact]);
    expect(form.map(({ required }) => required)).toEqual([true, false, false, false]);
    expect(form[0]?.kind).toMatchObject({ options: [{}, {}, {}, { text: 'Vet inte' }] });
    expect(form[1]?.kind).toMatchObject({ unit: 'kg' });
    expect(screen.getByText('Enheten i fråga 2 är kg. Ångra med Ctrl+Z.')).toBeTruthy();
    expect(status()).toBe('Riktlinjen: inget att anmärka');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(asked.asked('undo_edit')).toHaveLength(1);
  });

  it('makes a fix once, also before it is saved', async () => {
    const asked = await open(pick('wayOut'));
    unfold();
    press('Lägg till ”Vet inte” i fråga 1');
    expect(screen.queryByRole('button', { name: /^Lägg till ”Vet inte”/ })).toBeNull();
    await settle();
    expect(asked.asked('edit_draft')).toHaveLength(1);
  });

  it('proposes no unit where the question speaks of none, and no contact where the unit has none', async () => {
    const noUnit: Finding = {
      severity: 'advice',
      place: item('weight'),
      found: { rule: 'unitMissing', proposal: null },
    };
    const asked = await open([noUnit, ...pick('contact')]);
    asked.answer({ unit_settings: { ...unit, contact: ' ' } });
    act(() => asked.announce('unit'));
    unfold();
    await waitFor(() => expect(screen.queryByText('Hämta från enhetens inställningar')).toBeNull());
    expect(screen.queryByRole('button', { name: /^Skriv enheten/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Fråga 2 saknar enhet' })).toBeTruthy();
  });

  it('keeps focus in the list while what it stood on goes', async () => {
    await open(pick('wayOut', 'unit'));
    unfold();
    const fix = screen.getByRole('button', { name: 'Lägg till ”Vet inte” i fråga 1' });
    act(() => fix.focus());
    fireEvent.keyDown(fix, { key: 'Enter' });
    fireEvent.keyUp(fix, { key: 'Enter' });
    await settle();
    expect(document.activeElement?.textContent).toBe('Fråga 2 saknar enhet');
    const last = screen.getByRole('button', { name: 'Skriv enheten kg' });
    act(() => last.focus());
    fireEvent.keyDown(last, { key: 'Enter' });
    fireEvent.keyUp(last, { key: 'Enter' });
    await settle();
    expect(document.activeElement?.textContent).toBe('Riktlinjen: inget att anmärka');
  });
});

describe('publishing against the guideline', () => {
  it('is kept back by an error, which is righted on the spot, and not by advice', async () => {
    const asked = await open(pick('contact', 'passive'));
    press('Publicera');
    const list = within(await screen.findByRole('region', { name: /^En sak återstår/ }));
    expect(list.queryByText(/skickas/)).toBeNull();
    const fix = list.getByRole('button', { name: 'Hämta från enhetens inställningar' });
    act(() => fix.focus());
    fireEvent.keyDown(fix, { key: 'Enter' });
    fireEvent.keyUp(fix, { key: 'Enter' });
    await settle();
    expect(screen.queryByRole('region', { name: /återstår/ })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Publicera');
    expect(saved(asked).contact).toBe(unit.contact);
    press('Publicera');
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
    expect(asked.asked('publish_template')).toEqual([]);
  });
});
