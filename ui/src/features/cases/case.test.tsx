import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CopyFault } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { violations } from '../../testing/axe';
import { aCopy, anAnswered, anAttachment, anUnread, copyRules, now } from '../../testing/cases';
import { type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { CasePage } from '.';

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  clearToasts();
  vi.unstubAllGlobals();
});

async function open(view = anAnswered()): Promise<FakeCore> {
  const core = fakeCore({ open_case: view, copy_rules: copyRules });
  show(
    <main>
      <CasePage id="case-1" />
    </main>,
  );
  await screen.findByText('Maria Åkesson');
  return core;
}

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('a case', () => {
  it('shows question and answer side by side, and says in words what is unanswered', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Frågor inför ditt besök (Fråga)');
    expect(screen.getByText('19671128-9857')).toBeTruthy();
    const answerTo = (question: string): string | null | undefined =>
      screen.getByText(question, { selector: 'dt' }).nextElementSibling?.textContent;
    expect(answerTo('Har du ont?')).toBe('Ja');
    expect(answerTo('Något mer?')).toBe('Ej besvarad');
    expect(screen.getByText('22 nov. 13:03')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('shows what was sent and asked while nobody has answered, and the answer when it comes', async () => {
    const core = await open(anUnread);
    expect(screen.getByText('Svara på frågorna nedan.')).toBeTruthy();
    expect(screen.getByText('Har du ont?', { selector: 'li' })).toBeTruthy();
    expect(screen.getByText('Inte läst än')).toBeTruthy();
    expect(screen.getByText('Invånaren har inte svarat än')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Journalanteckning' })).toBeNull();
    expect(await violations()).toEqual([]);
    core.answer({ open_case: anAnswered() });
    act(() => core.announce('cases'));
    expect(await screen.findByText('Ja', { selector: 'dd' })).toBeTruthy();
  });

  it('says until when an answer is to be gone through, and then that it should have been', async () => {
    const core = await open({ ...anAnswered(), reviewDue: now + 3_600_000 });
    expect(screen.getByText('Ska granskas senast i dag 15:03.')).toBeTruthy();
    core.answer({ open_case: { ...anAnswered(), reviewDue: now - 20 * 3_600_000 } });
    act(() => core.announce('cases'));
    expect(await screen.findByText('Skulle ha granskats i går 18:03')).toBeTruthy();
    expect(screen.getByText('Ett svar räknas som granskat när ärendet avslutas.')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says what the answers count for, where they do', async () => {
    const view = anAnswered();
    await open({ ...view, reply: view.reply && { ...view.reply, score: '12 (möjligt 0–27), Måttlig' } });
    expect(screen.getByText('Poäng: 12 (möjligt 0–27), Måttlig')).toBeTruthy();
  });

  it('says that it is not there', async () => {
    fakeCore({ open_case: () => refuse({ code: 'caseNotFound' }) });
    show(
      <main>
        <CasePage id="case-1" />
      </main>,
    );
    expect(await screen.findByText('Ärendet finns inte.')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('an attachment', () => {
  it('counts down, and says when it was purged', async () => {
    const gone = anAttachment({
      id: 'file-2',
      name: 'foto.jpg',
      kind: 'jpeg',
      state: { state: 'purged', at: now },
    });
    await open(anAnswered([anAttachment(), gone], [aCopy(), aCopy({ id: 'copy-2', purged: now })]));
    expect(screen.getByText('Gallras om 71 tim')).toBeTruthy();
    expect(screen.getByText('Gallras om 3 tim')).toBeTruthy();
    expect(screen.getAllByText('Gallrad 22 nov. 14:03')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Förhandsgranska foto.jpg' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('is purged only after the question has been answered, and leaves focus at its name', async () => {
    const core = await open();
    act(() => screen.getByRole('button', { name: 'Gallra nu: blodsocker.pdf' }).focus());
    press('Gallra nu: blodsocker.pdf');
    expect(screen.getByText(/Det går inte att ångra/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    expect(core.asked('purge_attachment')).toEqual([]);
    core.answer({ purge_attachment: () => refuse({ code: 'diskFullAtPurge', gone: false }) });
    press('Gallra');
    expect(await screen.findByText('Disken är full. Inget gallrades.')).toBeTruthy();
    core.answer({
      purge_attachment: null,
      open_case: anAnswered([anAttachment({ state: { state: 'purged', at: now } })]),
    });
    press('Gallra');
    await waitFor(() => expect(screen.queryByRole('alertdialog', { name: 'Gallra bilagan nu?' })).toBeNull());
    expect(core.asked('purge_attachment')).toEqual([{ attachment: 'file-1' }, { attachment: 'file-1' }]);
    act(() => core.announce('attachments'));
    expect(await screen.findByText('Gallrad 22 nov. 14:03')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('blodsocker.pdf'));
  });

  it('has its copy purged by itself', async () => {
    const core = await open(anAnswered([anAttachment()], [aCopy()]));
    core.answer({ purge_copy: null });
    press('Gallra nu: säker kopia sparad 22 nov. 13:03');
    press('Gallra');
    await waitFor(() => expect(core.asked('purge_copy')).toEqual([{ copy: 'copy-1' }]));
  });
});

describe('a safe copy', () => {
  it('is kept no longer than the unit allows, shortest first, and nothing is saved without a folder', async () => {
    const core = await open();
    core.answer({ save_copy: null });
    press('Spara tillfällig säker kopia av blodsocker.pdf');
    const hours = await screen.findByRole('radiogroup', { name: 'Hur länge ska kopian finnas?' });
    const choices = within(hours).getAllByRole('radio');
    expect(choices).toHaveLength(2);
    expect(within(hours).getByRole('radio', { name: /^1 timme/ })).toHaveProperty('checked', true);
    expect(await violations()).toEqual([]);
    fireEvent.click(within(hours).getByRole('radio', { name: /^4 timmar/ }));
    press('Välj mapp och spara');
    expect(await screen.findByText('Ingen mapp valdes, så inget sparades.')).toBeTruthy();
    expect(core.asked('save_copy')).toEqual([
      { attachment: 'file-1', hours: 4, ticket: null, password: null },
    ]);
    core.answer({ save_copy: aCopy() });
    press('Välj mapp och spara');
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: 'Spara tillfällig säker kopia' })).toBeNull(),
    );
  });

  it.each([
    'outsideSecureFolder',
    'folderMissing',
    'folderUnreachable',
    'folderReadOnly',
    'noRoom',
    'unwritable',
    'tooManyPages',
    'tooLong',
  ] satisfies CopyFault[])('says why it was not saved: %s', async (fault) => {
    const core = await open();
    core.answer({ save_copy: () => refuse({ code: 'copyFailed', fault }) });
    press('Spara tillfällig säker kopia av blodsocker.pdf');
    await screen.findByRole('radiogroup');
    press('Välj mapp och spara');
    expect(await screen.findByText(t.cases.copy.faults[fault].title)).toBeTruthy();
  });
});

describe('a copy', () => {
  it('says what it is, and that it is none when it was never finished', async () => {
    const original = aCopy({ id: 'copy-2', kind: 'original' });
    const half = aCopy({ id: 'copy-3', finished: false, purged: now });
    const left = aCopy({ id: 'copy-4', finished: false });
    await open(anAnswered([anAttachment()], [aCopy(), original, half, left]));
    expect(screen.getByText('Säker kopia sparad 22 nov. 13:03')).toBeTruthy();
    expect(screen.getByText('Original sparat 22 nov. 13:03')).toBeTruthy();
    expect(screen.getAllByText('Kopian från 22 nov. 13:03 blev inte klar')).toHaveLength(2);
    expect(screen.getByText(/Det som hann skrivas är förstört/)).toBeTruthy();
    expect(screen.getByText(/kan ligga kvar på lagringsplatsen/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Gallra nu: original sparat 22 nov. 13:03' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /kopian från .* som inte blev klar/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('asks for attention in its last hour, in words', async () => {
    const soon = aCopy({ id: 'copy-3', expires: now + 42 * 60_000 });
    await open(anAnswered([anAttachment()], [aCopy(), soon]));
    expect(screen.getByText('Snart! Gallras om 42 min')).toBeTruthy();
    expect(screen.getByText('Gallras om 3 tim')).toBeTruthy();
  });
});

describe('the note', () => {
  it('once copied, offers to purge what is in the journal now', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, userAgent: navigator.userAgent, clipboard: { writeText } });
    const core = await open(anAnswered([anAttachment(), anAttachment({ id: 'file-2', name: 'foto.jpg' })]));
    core.answer({ draft_note: 'Har du ont? Ja', purge_attachment: null });
    press('Skriv utkast');
    await screen.findByRole('textbox', { name: 'Anteckning' });
    expect(screen.queryByRole('button', { name: 'Journalförd: gallra bilagorna' })).toBeNull();
    press('Kopiera');
    fireEvent.click(await screen.findByRole('button', { name: 'Journalförd: gallra bilagorna' }));
    expect(await violations()).toEqual([]);
    expect(core.asked('purge_attachment')).toEqual([]);
    press('Gallra');
    await waitFor(() =>
      expect(core.asked('purge_attachment')).toEqual([{ attachment: 'file-1' }, { attachment: 'file-2' }]),
    );
  });

  it('is drafted on demand, can be changed, and is copied as it stands', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, userAgent: navigator.userAgent, clipboard: { writeText } });
    const core = await open();
    core.answer({ draft_note: 'Har du ont? Ja' });
    press('Skriv utkast');
    const note = await screen.findByRole('textbox', { name: 'Anteckning' });
    expect(note).toHaveProperty('value', 'Har du ont? Ja');
    expect(screen.getByText(/sparas inte i Budkavle/)).toBeTruthy();
    fireEvent.change(note, { target: { value: 'Ont sedan i går.' } });
    press('Kopiera');
    expect(await screen.findByText('Anteckningen är kopierad. Klistra in den i journalen.')).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('Ont sedan i går.');
    expect(await violations()).toEqual([]);
  });

  it('is copied by selection where the page has no clipboard, and says when that fails too', async () => {
    vi.stubGlobal('navigator', { ...navigator, userAgent: navigator.userAgent, clipboard: undefined });
    const selected: string[] = [];
    let isAllowed = true;
    document.execCommand = () => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLTextAreaElement) selected.push(activeElement.value);
      return isAllowed;
    };
    const core = await open();
    core.answer({ draft_note: 'Har du ont? Ja' });
    press('Skriv utkast');
    await screen.findByRole('textbox', { name: 'Anteckning' });
    press('Kopiera');
    expect(await screen.findByText(/är kopierad/)).toBeTruthy();
    expect(selected).toEqual(['Har du ont? Ja']);
    isAllowed = false;
    press('Kopiera');
    expect(await screen.findByText(/Det gick inte att kopiera/)).toBeTruthy();
  });
});
