import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Providers } from '../app/Providers';
import { violations } from '../testing/axe';
import { everyKind, FakeInbox, item, letterWith, refusal, sentAt } from '../testing/fakeInbox';
import { Citizen } from './Citizen';

beforeEach(() => {
  window.location.hash = '';
});

function visit(inbox = new FakeInbox()): FakeInbox {
  render(
    <Providers>
      <Citizen api={inbox} />
    </Providers>,
  );
  return inbox;
}

async function signedIn(inbox = new FakeInbox()): Promise<FakeInbox> {
  inbox.signedIn = 'Tolvan Tolvansson';
  visit(inbox);
  await screen.findByRole('heading', { level: 1, name: 'Inkorg' });
  return inbox;
}

async function openLetter(inbox = new FakeInbox()): Promise<FakeInbox> {
  window.location.hash = '/meddelande/letter-1';
  inbox.signedIn = 'Tolvan Tolvansson';
  visit(inbox);
  await screen.findByRole('heading', { level: 1, name: 'Inför ditt besök' });
  return inbox;
}

const question = item('yesNo', 'Har du ont?', { type: 'yesNo' });
const picture = item('file', 'Bild', { type: 'attachment', maxFiles: 2 }, { required: false });

function choose(...files: File[]): void {
  const field = document.querySelector('input[type="file"]');
  if (!field) throw new Error('no field');
  fireEvent.change(field, { target: { files } });
}

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
const heading = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;

describe('the sign-in', () => {
  it('is marked as a test, and takes focus and title', async () => {
    visit();
    const title = await screen.findByRole('heading', { level: 1, name: 'Logga in i inkorgen' });
    expect(screen.getByText('Testinloggning')).toBeTruthy();
    expect(document.activeElement).toBe(title);
    expect(document.title).toBe('Logga in – Inkorg');
    expect(await violations()).toEqual([]);
  });

  it('goes in as an example person', async () => {
    visit();
    fireEvent.click(await screen.findByRole('button', { name: 'Logga in som Tolvan Tolvansson' }));
    expect(await screen.findByText('Inloggad som Tolvan Tolvansson')).toBeTruthy();
  });

  it('says what is wrong with a number at the field', async () => {
    visit();
    const field = await screen.findByRole('textbox', { name: 'Personnummer' });
    fireEvent.change(field, { target: { value: '191212121213' } });
    press('Logga in');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(/Någon av dem är fel/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says how long to wait after too many attempts', async () => {
    const inbox = new FakeInbox();
    inbox.signIn = () => refusal({ code: 'tooManyAttempts', retryAfter: 601 });
    visit(inbox);
    fireEvent.click(await screen.findByRole('button', { name: 'Logga in som Tolvan Tolvansson' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Vänta 11 minuter.');
  });

  it('says when the inbox is closed, and tries again', async () => {
    const inbox = new FakeInbox();
    const { session } = inbox;
    inbox.session = () => refusal({ code: 'unavailable' });
    visit(inbox);
    expect(await screen.findByText('Inkorgen är stängd just nu.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    inbox.session = session;
    press('Försök igen');
    expect(await screen.findByText('Testinloggning')).toBeTruthy();
  });
});

describe('the inbox', () => {
  it('says in words what is unread, answered and only information', async () => {
    await signedIn();
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('OlästVäntar på ditt svar'),
      expect.stringContaining('Du svarade 22 nov. 2026'),
      expect.stringContaining('Information'),
    ]);
    expect(screen.getByText('1 oläst meddelande')).toBeTruthy();
    expect(document.title).toBe('Inkorg');
    expect(await violations()).toEqual([]);
  });

  it('says that it is empty', async () => {
    const inbox = new FakeInbox();
    inbox.letters = () => Promise.resolve([]);
    await signedIn(inbox);
    expect(await screen.findByText('Du har inga meddelanden')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('lets the keyboard past the header, and out', async () => {
    await signedIn();
    // The page takes focus once it is there, and must not take it back from the link.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
    press('Hoppa till innehållet');
    expect(document.activeElement).toBe(screen.getByRole('main'));
    press('Logga ut');
    expect(await screen.findByText('Testinloggning')).toBeTruthy();
    expect(screen.queryByText('Du har loggats ut')).toBeNull();
  });
});

describe('a letter', () => {
  it('is read and answered on one page, whose title says nothing of it', async () => {
    await openLetter();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(document.title).toBe('Meddelande – Inkorg');
    expect(await violations()).toEqual([]);
  });

  it('that only tells offers no answer', async () => {
    const inbox = new FakeInbox();
    inbox.letter = letterWith(null);
    await openLetter(inbox);
    expect(screen.getByText(/går inte att svara/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Skicka svar' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('that was answered shows the answers', async () => {
    const inbox = new FakeInbox();
    const answers = { yesNo: { type: 'yesNo', value: true } } as const;
    const state = { state: 'answered', read: sentAt, answered: sentAt } as const;
    inbox.letter = letterWith([question], { state, answers });
    await openLetter(inbox);
    expect(screen.getByText(/Du svarade 22 nov. 2026 14:03/)).toBeTruthy();
    expect(screen.getByText('Ja')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('that is somebody else’s is not found', async () => {
    window.location.hash = '/meddelande/another';
    const inbox = new FakeInbox();
    inbox.signedIn = 'Tolvan Tolvansson';
    visit(inbox);
    expect(await screen.findByText('Meddelandet finns inte i din inkorg.')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('an answer', () => {
  it('with faults is not sent: focus goes to a list of them, and each goes to its field', async () => {
    const inbox = await openLetter();
    press('Skicka svar');
    const summary = await screen.findByText('9 fält behöver rättas');
    await waitFor(() => expect(document.activeElement?.contains(summary)).toBe(true));
    fireEvent.click(screen.getByRole('link', { name: 'Vikt: Skriv ett tal.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Vikt' }));
    expect(inbox.sent).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('loses a fault as soon as its question is answered anew', async () => {
    await openLetter();
    press('Skicka svar');
    await screen.findByText('9 fält behöver rättas');
    fireEvent.click(screen.getByRole('radio', { name: 'Ja' }));
    expect(screen.getByText('8 fält behöver rättas')).toBeTruthy();
  });

  it('is sent once however often the button is pressed, and gives a receipt with a copy', async () => {
    const inbox = new FakeInbox();
    inbox.letter = letterWith([question]);
    await openLetter(inbox);
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    const button = screen.getByRole('button', { name: 'Skicka svar' });
    act(() => {
      button.click();
      button.click();
    });
    const words = 'Ditt svar är skickat 22 nov. 2026 14:03 till Exempelmottagningen.';
    expect(await screen.findByText(words)).toBeTruthy();
    expect(inbox.sent).toEqual([{ yesNo: { type: 'yesNo', value: false } }]);
    expect(screen.getByText('Nej')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(document.title).toBe('Svaret är skickat – Inkorg');
    expect(await violations()).toEqual([]);
  });

  it('that the inbox refuses says why at the questions', async () => {
    const inbox = new FakeInbox();
    inbox.letter = letterWith([question]);
    inbox.answer = () =>
      refusal({ code: 'answersRefused', problems: [{ item: 'yesNo', fault: 'wrongKind' }] });
    await openLetter(inbox);
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    press('Skicka svar');
    expect(await screen.findByRole('link', { name: /Har du ont\? Svaret passar inte/ })).toBeTruthy();
  });

  it('that cannot get through stays, and says what to do', async () => {
    const inbox = new FakeInbox();
    inbox.letter = letterWith([question]);
    inbox.answer = () => refusal({ code: 'noContact' });
    await openLetter(inbox);
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    press('Skicka svar');
    expect((await screen.findByRole('alert')).textContent).toContain('finns kvar på sidan');
    expect(screen.getByRole('radio', { name: 'Nej', checked: true })).toBeTruthy();
  });

  it('survives that the session ends, for the same person only', async () => {
    const inbox = new FakeInbox();
    inbox.letter = letterWith([question]);
    await openLetter(inbox);
    fireEvent.click(screen.getByRole('radio', { name: 'Nej' }));
    inbox.signedIn = null;
    press('Skicka svar');
    expect(await screen.findByText(/Det du skrev finns kvar/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Logga in som Tolvan Tolvansson');
    expect(await screen.findByRole('radio', { name: 'Nej', checked: true })).toBeTruthy();

    inbox.signedIn = null;
    press('Skicka svar');
    await screen.findByText('Testinloggning');
    inbox.signIn = () => {
      inbox.signedIn = 'Bodil Provsson';
      return inbox.session();
    };
    press('Logga in som Tolvan Tolvansson');
    await screen.findByRole('button', { name: 'Skicka svar' });
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });
});

describe('a file', () => {
  async function withFiles(inbox = new FakeInbox()): Promise<FakeInbox> {
    inbox.letter = letterWith([picture]);
    return openLetter(inbox);
  }
  const pdf = (name: string, bytes = 10): File => new File([new Uint8Array(bytes)], name);

  it('is received, counted in the receipt, and can be taken back', async () => {
    const inbox = await withFiles();
    choose(pdf('a.pdf'), pdf('b.pdf'));
    expect(await screen.findAllByText('Mottagen')).toHaveLength(2);
    expect(await violations()).toEqual([]);
    press('Ta bort a.pdf');
    expect(inbox.withdrawn).toEqual(['attachment-1']);
    press('Skicka svar');
    await waitFor(() => expect(heading()).toBe('Tack för ditt svar'));
    expect(within(screen.getByRole('main')).getByText('b.pdf')).toBeTruthy();
    expect(screen.queryByText('a.pdf')).toBeNull();
  });

  it('that is empty, too large or one too many is refused before it is sent', async () => {
    const inbox = await withFiles();
    choose(pdf('tom.pdf', 0), pdf('stor.pdf', 2_000_001), pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf'));
    expect(await screen.findAllByText('Mottagen')).toHaveLength(2);
    expect(screen.getByText(/Filen är tom/)).toBeTruthy();
    expect(screen.getByText(/högst 2 MB/, { selector: '[data-state="refused"] *' })).toBeTruthy();
    expect(screen.getByText(/redan så många filer/)).toBeTruthy();
    expect(inbox.kept.map((file) => file.name)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('of the wrong kind is explained, and must be taken away before the answer is sent', async () => {
    const inbox = new FakeInbox();
    inbox.attach = () => refusal({ code: 'fileRefused', reason: 'unknownKind' });
    await withFiles(inbox);
    choose(pdf('brev.docx'));
    expect(await screen.findByText(/varken en PDF eller en bild som kan visas/)).toBeTruthy();
    press('Skicka svar');
    expect(await screen.findByRole('link', { name: /Bild: En fil har inte tagits emot/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
    press('Ta bort brev.docx');
    press('Skicka svar');
    await waitFor(() => expect(heading()).toBe('Tack för ditt svar'));
  });

  it('that broke off can be sent again', async () => {
    const inbox = new FakeInbox();
    const { attach } = inbox;
    let isBroken = true;
    inbox.attach = (...args) => (isBroken ? refusal({ code: 'noContact' }) : attach(...args));
    await withFiles(inbox);
    choose(pdf('a.pdf'));
    const again = await screen.findByRole('button', { name: 'Försök igen med a.pdf' });
    isBroken = false;
    fireEvent.click(again);
    expect(await screen.findByText('Mottagen')).toBeTruthy();
  });

  it('shows how far it has come, holds the answer back, and stops when it is taken away', async () => {
    const inbox = new FakeInbox();
    let signal: AbortSignal | null = null;
    inbox.attach = (_letter, _item, _file, progress) => {
      signal = progress.signal;
      progress.onPercent(40);
      return new Promise((_, reject) => {
        progress.signal.addEventListener('abort', () => void refusal({ code: 'interrupted' }).catch(reject));
      });
    };
    await withFiles(inbox);
    choose(pdf('a.pdf'));
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('40');
    expect(await violations()).toEqual([]);
    press('Skicka svar');
    expect(await screen.findByRole('link', { name: /Vänta tills filen har skickats/ })).toBeTruthy();
    press('Ta bort a.pdf');
    expect(signal).toHaveProperty('aborted', true);
    expect(screen.queryByText('a.pdf')).toBeNull();
  });

  it('that the citizen stopped, but the inbox had whole, is taken back before the answer is sent', async () => {
    const inbox = new FakeInbox();
    const { attach } = inbox;
    inbox.attach = async (...args) => {
      await attach(...args);
      return refusal({ code: 'noContact' });
    };
    await withFiles(inbox);
    choose(pdf('a.pdf'));
    await screen.findByText(/kom inte fram/);
    press('Ta bort a.pdf');
    press('Skicka svar');
    await waitFor(() => expect(heading()).toBe('Tack för ditt svar'));
    expect(inbox.withdrawn).toEqual(['attachment-1']);
  });

  it('from an earlier visit is still there', async () => {
    const inbox = new FakeInbox();
    const state = { state: 'kept', expires: sentAt } as const;
    const old = { id: 'old', item: 'file', name: 'förra.pdf', kind: 'pdf', size: 10, state } as const;
    inbox.kept.push(old);
    await withFiles(inbox);
    expect(screen.getByText('förra.pdf')).toBeTruthy();
  });
});

it('every kind of question stands in the form', async () => {
  await openLetter();
  for (const one of everyKind)
    expect(screen.getAllByText(one.text.split('\n')[0] ?? '', { exact: false }).length).toBeGreaterThan(0);
});
