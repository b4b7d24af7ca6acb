import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type {
  EditedDraft,
  Item,
  TemplateContent,
  TemplateHistory,
  TemplateView,
  VersionComparison,
  VersionView,
} from '../../../bindings';
import { clearToasts } from '../../../components/Toast';
import { violations } from '../../../testing/axe';
import { aUnit } from '../../../testing/cases';
import { aDraft, aTemplate } from '../../../testing/drafts';
import { type Answers, type FakeCore, fakeCore, show } from '../../../testing/host';
import { HistoryPage, TemplateEditorPage } from '..';
import { differencesInWords } from './differences';

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
  window.location.hash = '';
});

const question = (id: string, text: string, more: Partial<Item> = {}): Item => ({
  id,
  text,
  help: '',
  required: true,
  kind: { type: 'yesNo' },
  ...more,
});
const content = (form: Item[], more: Partial<TemplateContent> = {}): TemplateContent => ({
  name: 'Ordination järn',
  handlerInstruction: '',
  purpose: 'Ny ordination',
  answerUse: 'Till journalen',
  contact: 'Ring oss.',
  body: [{ part: 'text', id: 't', text: 'Hej.' }],
  answerable: true,
  form,
  ...more,
});
const told = (
  before: TemplateContent,
  after: TemplateContent,
  differences: VersionComparison['differences'],
) => differencesInWords({ before, after, differences });

describe('a difference in words', () => {
  it('names questions as each side counts them', () => {
    const before = content([question('a', 'Har du ont?'), question('b', 'Var?'), question('c', 'När?')]);
    const section = question('s', 'Smärta', {
      kind: { type: 'section' },
      items: [question('a', 'Har du ont?')],
    });
    const after = content([question('c', 'När?'), section]);
    const titles = told(before, after, [
      { difference: 'itemAdded', item: 's' },
      { difference: 'itemMoved', item: 'a' },
      { difference: 'itemRemoved', item: 'b' },
    ]).map(({ title }) => title);
    expect(titles).toEqual([
      'Avsnitt 1 ”Smärta”, med 1 fråga är ny',
      'Fråga 2 ”Har du ont?” är flyttad: var fråga 1, är nu fråga 2 i Avsnitt 1',
      'Fråga 2 ”Var?” är borttagen',
    ]);
  });

  it('says what of a question is another, with both sides', () => {
    const number = (max: string | null): Item['kind'] => ({
      type: 'number',
      unit: 'kg',
      min: null,
      max,
      decimals: 0,
    });
    const before = content([question('a', 'Vikt', { kind: number(null) }), question('b', 'Varför?')]);
    const shownWhen = {
      combine: 'all',
      groups: [{ combine: 'all', tests: [{ item: 'a', comparison: { is: 'atLeast', than: '90' } }] }],
    } as const;
    const after = content([
      question('a', 'Vad väger du?', { kind: number('300'), required: false }),
      question('b', 'Varför?', {
        shownWhen: {
          ...shownWhen,
          groups: shownWhen.groups.map((one) => ({ ...one, tests: [...one.tests] })),
        },
      }),
    ]);
    const differences = told(before, after, [
      {
        difference: 'itemChanged',
        item: 'a',
        changes: [{ of: 'text' }, { of: 'required' }, { of: 'settings' }],
      },
      { difference: 'itemChanged', item: 'b', changes: [{ of: 'condition' }] },
      { difference: 'written', field: 'purpose' },
    ]);
    expect(differences[0]?.lines).toEqual([
      { label: 'Text', before: 'Vikt', after: 'Vad väger du?' },
      { label: 'Behöver inte längre besvaras' },
      { label: 'Största värde', before: 'ingen gräns', after: '300' },
    ]);
    expect(differences[1]?.lines[0]?.before).toBe('Visas alltid.');
    expect(differences[1]?.lines[0]?.after).toMatch(/^Visas bara om fråga 1 ”Vad väger du\?” .* 90 kg\.$/u);
    expect(differences[2]?.title).toBe('Syftet är ändrat');
  });

  it('tells alternatives by their words, with what else they do', () => {
    const choice = (texts: { id: string; text: string; score?: number }[]): Item['kind'] => ({
      type: 'singleChoice',
      options: texts,
    });
    const before = content([question('a', 'Hur?', { kind: choice([{ id: '1', text: 'Bra' }]) })]);
    const after = content([question('a', 'Hur?', { kind: choice([{ id: '1', text: 'Bra', score: 3 }]) })]);
    const change = {
      of: 'options',
      list: 'options',
      added: [{ id: '2', text: 'Annat', role: 'other' }],
      removed: [{ id: '3', text: 'Illa' }],
      changed: [{ before: { id: '1', text: 'Bra' }, after: { id: '1', text: 'Bra', score: 3 } }],
      isMoved: true,
    } as const;
    const [first] = told(before, after, [
      {
        difference: 'itemChanged',
        item: 'a',
        changes: [
          { ...change, added: [...change.added], removed: [...change.removed], changed: [...change.changed] },
        ],
      },
    ]);
    expect(first?.lines).toEqual([
      { label: 'Nytt alternativ', after: 'Annat (frågar vad)' },
      { label: 'Borttaget alternativ', before: 'Illa' },
      { label: 'Alternativ', before: 'Bra', after: 'Bra (3 poäng)' },
      { label: 'Alternativen står i en annan ordning' },
    ]);
  });
});

const version = (number: number, more: Partial<VersionView> = {}): VersionView => ({
  version: `v${number}`,
  number,
  published: Date.UTC(2026, 10, number),
  by: 'Anders Lind',
  fingerprint: 'abcdef0123456789',
  isIntact: true,
  sent: 0,
  open: 0,
  ...more,
});
const history: TemplateHistory = {
  name: 'Ordination järn',
  versions: [version(2), version(1, { sent: 14, open: 12, by: null, fingerprint: null })],
  hasDraft: false,
  changes: [
    { at: Date.UTC(2026, 10, 2), by: 'Anders Lind', what: { change: 'published', version: 'v2', number: 2 } },
    { at: Date.UTC(2026, 10, 1), by: null, what: { change: 'published', version: 'v1', number: 1 } },
  ],
};
const compared: VersionComparison = {
  before: content([]),
  after: content([], { purpose: 'Ändrad ordination' }),
  differences: [{ difference: 'written', field: 'purpose' }],
};

const saved: EditedDraft = {
  revision: 9,
  problems: [],
  findings: [],
  scoreSpan: null,
  saved: 0,
  steps: { undo: 'replace', redo: null },
  news: { news: 'none' },
};

describe('the history', () => {
  async function opened(more: Answers = {}, canEdit = true): Promise<FakeCore> {
    const core = fakeCore({
      template_history: history,
      compare_versions: compared,
      restore_version: saved,
      template_usage: {
        since: Date.UTC(2025, 10, 22),
        users: [
          { name: 'Karin Holm', lately: 3, sent: 13, last: Date.UTC(2026, 10, 20) },
          { name: 'Anders Lind', lately: 0, sent: 1, last: Date.UTC(2024, 1, 3) },
        ],
      },
      ...more,
    });
    show(
      <main>
        <HistoryPage id="m" canEdit={canEdit} />
      </main>,
    );
    await screen.findByRole('heading', { name: 'Versioner' });
    return core;
  }
  it('tells versions with what depends on them, and compares the newest with the one before', async () => {
    const core = await opened();
    const old = screen.getByRole('row', { name: /Version 1/ });
    expect(old.textContent).toContain('14 skickade, 12 öppna');
    expect(old.textContent).toContain('Uppgift saknas');
    expect(screen.getByRole('row', { name: /Version 2/ }).textContent).toContain('Gäller nu');
    expect(await screen.findByText('Syftet är ändrat')).toBeTruthy();
    expect(screen.getByText('Ändrad ordination')).toBeTruthy();
    expect(core.asked('compare_versions')).toEqual([
      {
        template: 'm',
        before: { side: 'version', version: 'v1' },
        after: { side: 'version', version: 'v2' },
      },
    ]);
    expect(await violations()).toEqual([]);
  });

  it('tells who has used the template, how often and when last', async () => {
    await opened();
    const row = await screen.findByRole('row', { name: /Karin Holm/ });
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual([
      '3',
      '13',
      '20 nov. 2026',
    ]);
    expect(screen.getByText(/2 personer har skickat mallen 14 gånger, 3 sedan/)).toBeTruthy();
  });

  it('says so when nobody has', async () => {
    await opened({ template_usage: { since: 0, users: [] } });
    expect(await screen.findByText('Ingen har skickat mallen än.')).toBeTruthy();
  });

  it('saves a version as a PDF', async () => {
    const core = await opened({
      read_template_side: { content: content([question('a', 'Har du ont?')]), revision: null },
      save_template_pdf: true,
    });
    fireEvent.click(screen.getByRole('button', { name: 'Spara som PDF: Version 1' }));
    const save = await screen.findByRole('button', { name: 'Välj plats och spara …' });
    await waitFor(() => expect(save.getAttribute('data-disabled')).toBeNull());
    fireEvent.click(save);
    await waitFor(() => expect(core.asked('save_template_pdf')).toHaveLength(1));
    expect(core.asked('save_template_pdf')[0]?.side).toEqual({ side: 'version', version: 'v1' });
  });

  it('takes a version back as a draft and goes there', async () => {
    const core = await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Ta tillbaka som utkast: version 1' }));
    await waitFor(() => expect(core.asked('restore_version')).toEqual([{ template: 'm', version: 'v1' }]));
    expect(
      await screen.findByText('Utkastet är nu som version 1. Ångra ger det förra tillbaka.'),
    ).toBeTruthy();
    expect(window.location.hash).toBe('#/administration/mallar/m');
  });

  it('gives nobody a version back that is not what was published', async () => {
    await opened({
      template_history: { ...history, versions: [version(2), version(1, { isIntact: false })] },
    });
    expect(screen.getByText(/stämmer inte med kontrollsumman/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ta tillbaka som utkast: version 1' })).toBeNull();
  });

  it('changes nothing for whoever only reads', async () => {
    await opened({}, false);
    expect(screen.queryByRole('button', { name: /Ta tillbaka/ })).toBeNull();
  });
});

describe('approval', () => {
  const view = (more: Partial<TemplateView>): TemplateView =>
    aTemplate({
      status: 'published',
      draft: aDraft(content([question('a', 'Har du ont?')], { purpose: 'Ändrad ordination' })),
      published: { version: 'v1', number: 1, published: 0, content: content([]), open: 12 },
      mustBeApproved: true,
      ...more,
    });
  const waiting = (more: Partial<TemplateView>): TemplateView => {
    const { draft, ...rest } = view(more);
    return { ...rest, draft: draft && { ...draft, submission: { by: 'Anders Lind', at: 0 } } };
  };
  function opened(at: TemplateView, more: Answers = {}): FakeCore {
    const core = fakeCore({ open_template: at, unit_settings: aUnit, compare_versions: compared, ...more });
    show(
      <main>
        <TemplateEditorPage id="m" />
      </main>,
    );
    return core;
  }

  it('is asked for instead of publishing, and says what stays with the version of today', async () => {
    const core = opened(view({}), { submit_template: waiting({}) });
    fireEvent.click(await screen.findByRole('button', { name: 'Skicka för godkännande' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText('12 öppna ärenden ligger kvar på version 1.')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka för godkännande' }));
    await waitFor(() => expect(core.asked('submit_template')).toEqual([{ template: 'm', revision: 7 }]));
    expect(core.asked('publish_template')).toEqual([]);
  });

  it('stands still for whoever wrote it, who can take it back', async () => {
    const core = opened(waiting({}), { withdraw_template: view({}) });
    expect(await screen.findByText(/Anders Lind skickade utkastet för godkännande/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Syfte' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Godkänn och publicera' })).toBeNull();
    expect(await screen.findByText('Syftet är ändrat')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Ta tillbaka utkastet' }));
    await waitFor(() => expect(core.asked('withdraw_template')).toEqual([{ template: 'm' }]));
  });

  it('is given by whoever may, or refused with what is to be mended', async () => {
    const boss = { mayApprove: true, mayEdit: false, mustBeApproved: false };
    const core = opened(waiting(boss), { approve_template: view(boss), return_template: view(boss) });
    fireEvent.click(await screen.findByRole('button', { name: 'Skicka tillbaka …' }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka tillbaka' }));
    expect(await dialog.findByText('Skriv vad som behöver ändras.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Skriv varför.' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Skicka tillbaka' }));
    await waitFor(() =>
      expect(core.asked('return_template')).toEqual([{ template: 'm', comment: 'Skriv varför.' }]),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Godkänn och publicera' }));
    await waitFor(() => expect(core.asked('approve_template')).toEqual([{ template: 'm', revision: 7 }]));
  });

  it('that was refused says why, above the draft', async () => {
    const { draft, ...rest } = view({});
    const returned = { by: 'Evelina Sund', at: 0, comment: 'Skriv vilken tid det gäller.' };
    opened({ ...rest, draft: draft && { ...draft, returned } });
    expect(await screen.findByText(/Evelina Sund godkände inte utkastet/)).toBeTruthy();
    expect(screen.getByText('Skriv vilken tid det gäller.')).toBeTruthy();
  });
});
