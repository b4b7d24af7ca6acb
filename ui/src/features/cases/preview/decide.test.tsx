import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearToasts } from '../../../components/Toast';
import { t } from '../../../i18n/sv';
import { violations } from '../../../testing/axe';
import { aCopy, anAnswered, aPreview, copyRules, pageWords } from '../../../testing/cases';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../../testing/host';
import { CasePage } from '..';
import { laid } from './geometry';

afterEach(() => {
  clearToasts();
  vi.unstubAllGlobals();
});

async function preview(answers: Answers = {}): Promise<FakeCore> {
  const core = fakeCore({
    open_case: anAnswered(),
    open_preview: aPreview,
    close_preview: null,
    copy_rules: copyRules,
    page_text: pageWords(['Måndag 6,2', 'Tisdag 7,1']),
    draft_note: 'Har du ont? Ja',
    ...answers,
  });
  show(
    <main>
      <CasePage id="case-1" />
    </main>,
  );
  await screen.findByText('Maria Åkesson');
  fireEvent.click(screen.getByRole('button', { name: 'Förhandsgranska blodsocker.pdf' }));
  await screen.findByRole('dialog');
  return core;
}

const key = (name: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
};
const drawn = async (): Promise<void> => {
  fireEvent.load(await screen.findByRole('img', { name: /^Sida/ }));
  await screen.findByText('Tisdag 7,1');
};
const noteAfterClosing = async (): Promise<HTMLElement> => {
  await screen.findByText(/är infogad i journalanteckningen/);
  // At the dialog itself: on a busy machine focus may not have come to it yet.
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  return screen.findByRole('textbox', { name: 'Anteckning' });
};

describe('what is read in an attachment', () => {
  it('is taken into the note by key, after the answers, with where it stood', async () => {
    const core = await preview();
    await drawn();
    key('i');
    expect(await screen.findByText('Texten från sida 1 är infogad i journalanteckningen.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    const note = await noteAfterClosing();
    expect(note).toHaveProperty(
      'value',
      'Har du ont? Ja\n\nUr bilaga (PDF), sida 1:\nMåndag 6,2\nTisdag 7,1',
    );
    expect(core.asked('draft_note')).toHaveLength(1);
  });

  it('is only what was selected, when something was', async () => {
    await preview();
    await drawn();
    const line = screen.getByText('Tisdag 7,1');
    act(() => {
      document.getSelection()?.selectAllChildren(line);
      document.dispatchEvent(new Event('selectionchange'));
    });
    expect(screen.getByText('Den markerade texten infogas.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Sammanfatta i journalanteckning' }));
    const note = await noteAfterClosing();
    expect((note as HTMLTextAreaElement).value.endsWith('sida 1:\nTisdag 7,1')).toBe(true);
  });

  it('is selected by keyboard alone, all of the page or a part of its words', async () => {
    await preview();
    await drawn();
    key('a', { ctrlKey: true });
    act(() => void document.dispatchEvent(new Event('selectionchange')));
    expect(screen.getByText('Den markerade texten infogas.')).toBeTruthy();
    key('i');
    key('t');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text på sidan' });
    act(() => {
      field.focus();
      field.setSelectionRange(0, 6);
      document.dispatchEvent(new Event('selectionchange'));
    });
    key('i');
    const note = await noteAfterClosing();
    expect((note as HTMLTextAreaElement).value.split('\n\n').slice(1)).toEqual([
      'Ur bilaga (PDF), sida 1:\nMåndag 6,2\nTisdag 7,1',
      'Ur bilaga (PDF), sida 1:\nMåndag',
    ]);
  });

  it('stays when the draft cannot be written, and when it is written anew', async () => {
    const core = await preview({ draft_note: () => refuse({ code: 'caseNotAnswered' }) });
    await drawn();
    key('i');
    const note = await noteAfterClosing();
    expect((note as HTMLTextAreaElement).value.startsWith('Ur bilaga (PDF), sida 1:')).toBe(true);
    core.answer({ draft_note: 'Har du ont? Nej' });
    fireEvent.click(screen.getByRole('button', { name: 'Skriv nytt utkast' }));
    await waitFor(() =>
      expect((note as HTMLTextAreaElement).value).toMatch(/^Har du ont\? Nej\n\nUr bilaga/),
    );
  });

  it('cannot be inserted from a page without words', async () => {
    await preview({ page_text: pageWords([]) });
    fireEvent.load(await screen.findByRole('img', { name: /^Sida/ }));
    expect(await screen.findByText('Sidan har ingen text att infoga.')).toBeTruthy();
    const insert = screen.getByRole('button', { name: 'Sammanfatta i journalanteckning' });
    expect(insert).toHaveProperty('disabled', true);
  });
});

describe('a locked file', () => {
  it('asks for its password, says when it is wrong, and forgets it once it was given', async () => {
    const core = await preview({
      open_preview: ({ password }) =>
        refuse({ code: 'previewFailed', fault: password === null ? 'passwordNeeded' : 'wrongPassword' }),
    });
    const field = await screen.findByLabelText<HTMLInputElement>('Filens lösenord', { selector: 'input' });
    expect(field.type).toBe('password');
    expect(field.autocomplete).toBe('off');
    expect(document.activeElement).toBe(field);
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(await screen.findByText('Skriv lösenordet.')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'fel' } });
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(await screen.findByText(/Lösenordet öppnar inte filen/)).toBeTruthy();
    core.answer({ open_preview: aPreview });
    const again = await screen.findByLabelText<HTMLInputElement>('Filens lösenord', { selector: 'input' });
    expect(again.value).toBe('');
    fireEvent.change(again, { target: { value: 'rätt' } });
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    expect(await screen.findByRole('img', { name: /^Sida 1/ })).toBeTruthy();
    expect(core.asked('open_preview').map(({ password }) => password)).toEqual([null, 'fel', 'rätt']);
  });

  it('is copied by the preview that has opened it, without asking again', async () => {
    const core = await preview({ save_copy: aCopy() });
    await screen.findByRole('img', { name: /^Sida 1/ });
    key('s');
    const dialog = await screen.findByRole('dialog', { name: 'Spara tillfällig säker kopia' });
    expect(await within(dialog).findByText('/säker')).toBeTruthy();
    await within(dialog).findByRole('radiogroup');
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Välj mapp och spara' }));
    await waitFor(() =>
      expect(core.asked('save_copy')).toEqual([
        { attachment: 'file-1', hours: 1, ticket: 'ab12', password: null },
      ]),
    );
  });

  it('asks for the password when it is copied without being looked at', async () => {
    const core = fakeCore({
      open_case: anAnswered(),
      copy_rules: copyRules,
      save_copy: ({ password }) =>
        password === null ? refuse({ code: 'previewFailed', fault: 'passwordNeeded' }) : aCopy(),
    });
    show(
      <main>
        <CasePage id="case-1" />
      </main>,
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Spara tillfällig säker kopia av blodsocker.pdf' }),
    );
    await screen.findByRole('radiogroup');
    fireEvent.click(screen.getByRole('button', { name: 'Välj mapp och spara' }));
    const field = await screen.findByLabelText('Filens lösenord', { selector: 'input' });
    expect(await violations()).toEqual([]);
    fireEvent.change(field, { target: { value: 'rätt' } });
    fireEvent.click(screen.getByRole('button', { name: 'Öppna' }));
    await waitFor(() => expect(core.asked('save_copy').at(-1)?.password).toBe('rätt'));
  });
});

describe('the original', () => {
  it('is not spoken of where the organisation does not allow it', async () => {
    await preview();
    await drawn();
    expect(screen.queryByRole('button', { name: 'Spara original' })).toBeNull();
  });

  it('is kept only with a reason, and says what comes along', async () => {
    const core = await preview({
      open_preview: { ...aPreview, flags: ['activeContent'] },
      copy_rules: { ...copyRules, folders: ['/srv/säkert'], foldersGoverned: true, originals: true },
      save_original: aCopy(),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Spara original' }));
    const dialog = await screen.findByRole('dialog', { name: 'Spara original' });
    expect(within(dialog).getByText(t.cases.original.active)).toBeTruthy();
    expect(within(dialog).getByText(/Styrs av din organisation/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    const save = within(dialog).getByRole('button', { name: 'Välj mapp och spara' });
    fireEvent.click(save);
    expect(await within(dialog).findByText('Välj ett skäl.')).toBeTruthy();
    expect(core.asked('save_original')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('radio', { name: t.cases.original.reasons.otherProgram }));
    fireEvent.click(save);
    await waitFor(() =>
      expect(core.asked('save_original')).toEqual([{ ticket: 'ab12', reason: 'otherProgram', hours: 1 }]),
    );
  });

  it.each(['originalsNotAllowed', 'notOnlyWhatItSays'] as const)(
    'says why it was not kept: %s',
    async (fault) => {
      await preview({
        copy_rules: { ...copyRules, originals: true },
        save_original: () => refuse({ code: 'copyFailed', fault }),
      });
      fireEvent.click(await screen.findByRole('button', { name: 'Spara original' }));
      const dialog = await screen.findByRole('dialog', { name: 'Spara original' });
      fireEvent.click(within(dialog).getByRole('radio', { name: t.cases.original.reasons.detail }));
      fireEvent.click(within(dialog).getByRole('button', { name: 'Välj mapp och spara' }));
      expect(await within(dialog).findByText(t.cases.copy.faults[fault].title)).toBeTruthy();
    },
  );
});

describe('a line of words', () => {
  it('is laid into its box, and upwards where the box stands on end', () => {
    const line = { text: 'ord', x: 0, y: 6553.5, width: 65_535, height: 3276.75 };
    expect(laid(line, 2000)).toEqual({ left: 0, top: 200, size: 100, length: 1000, stands: false });
    const upright = { text: 'ord', x: 0, y: 0, width: 655.35, height: 65_535 };
    expect(laid(upright, 2000)).toEqual({ left: 0, top: 2000, size: 10, length: 2000, stands: true });
  });
});
