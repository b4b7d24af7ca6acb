import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StageView, StartProblem, StartState } from '../../bindings';
import { t } from '../../i18n/sv';
import { Staff } from '../../staff/Staff';
import { violations } from '../../testing/axe';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { hsaIdProblem } from './hsaId';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const unit = { name: 'Kungsholmens vårdcentral', example: false };
const me = { name: 'Karin Holm', title: 'Sjuksköterska', roles: ['handler' as const] };

function at(stage: StageView): StartState {
  return { version: '0.1.0', inMemory: false, stage };
}

function open(stage: StageView, answers: Answers = {}): FakeCore {
  const core = fakeCore({ start_state: at(stage), ...answers });
  show(<Staff />);
  return core;
}

const problem = (name: StartProblem, passphrasePossible = false): StageView => ({
  at: 'problem',
  problem: name,
  passphrasePossible,
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const field = (name: string): HTMLInputElement =>
  screen.getByLabelText(name, { selector: 'input, textarea' });
const write = (name: string, value: string): void => {
  fireEvent.change(field(name), { target: { value } });
};
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

const obstacles = Object.entries(t.start.problems) as [StartProblem, { title: string; what: string }][];

describe('what stands in the way', () => {
  it.each(obstacles)('of %s is told with a way on, accessibly', async (name, { title, what }) => {
    open(problem(name));
    const shown = await heading(title);
    expect(document.activeElement).toBe(shown);
    expect(screen.getByText(what)).toBeTruthy();
    expect(document.title).toBe(`${title} – Budkavle`);
    expect(screen.getAllByRole('button').length).toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
  });

  it('offers no memory where the folder cannot be had', async () => {
    open(problem('profileInUse'));
    await heading('Budkavle är redan igång');
    expect(screen.queryByRole('button', { name: /Fortsätt utan att spara/ })).toBeNull();
  });

  it('says that nothing changed when trying again did not help', async () => {
    const core = open(problem('keyringLocked'), { retry_start: null });
    await heading('Datorns nyckelring är låst');
    fireEvent.click(button('Försök igen'));
    await waitFor(() => expect(core.asked('retry_start')).toHaveLength(1));
    await act(async () => {
      await new Promise((done) => setTimeout(done, 5));
      core.announce('session');
    });
    expect(await screen.findByText('Hindret är kvar. Inget har ändrats.')).toBeTruthy();
  });

  it('gives way when it is gone', async () => {
    const core = open(problem('noKeyring', true), { start_in_memory: null });
    await heading('Datorn har ingen nyckelring');
    fireEvent.click(screen.getByRole('button', { name: /Fortsätt utan att spara/ }));
    await waitFor(() => expect(core.asked('start_in_memory')).toHaveLength(1));
    core.answer({ start_state: { ...at({ at: 'firstRun' }), inMemory: true } });
    act(() => core.announce('session'));
    await heading('Din mottagning');
    expect(screen.getByText('Sparas inte')).toBeTruthy();
  });

  it('makes a store under a passphrase only when it is long and written alike twice', async () => {
    const core = open(problem('noKeyring', true), { use_passphrase: null });
    await heading('Datorn har ingen nyckelring');
    fireEvent.click(screen.getByRole('button', { name: /Skydda databasen med en lösenfras/ }));
    expect(document.activeElement).toBe(field('Ny lösenfras'));
    write('Ny lösenfras', 'kort');
    fireEvent.click(button('Skapa databasen'));
    expect(screen.getByText('Skriv minst 12 tecken.')).toBeTruthy();
    write('Ny lösenfras', 'fyra ord i rad');
    write('Lösenfrasen en gång till', 'fyra ord i rat');
    fireEvent.click(button('Skapa databasen'));
    expect(screen.getByText(/De skiljer sig åt/)).toBeTruthy();
    expect(core.asked('use_passphrase')).toEqual([]);
    write('Lösenfrasen en gång till', 'fyra ord i rad');
    fireEvent.click(button('Skapa databasen'));
    await waitFor(() => expect(core.asked('use_passphrase')).toEqual([{ passphrase: 'fyra ord i rad' }]));
    expect(await violations()).toEqual([]);
  });

  it('tells when the passphrase is wrong', async () => {
    open(problem('passphraseNeeded'), { use_passphrase: () => refuse({ code: 'wrongPassphrase' }) });
    await heading('Öppna databasen med lösenfrasen');
    write('Lösenfras', 'inte den rätta');
    fireEvent.click(button('Öppna databasen'));
    expect(await screen.findByText('Lösenfrasen öppnar inte databasen.')).toBeTruthy();
  });

  it('is told with a retry when nothing answers at all', async () => {
    fakeCore({});
    show(<Staff />);
    await heading('Ingen kontakt med programmet');
    expect(button('Försök igen')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('signing in', () => {
  const signIn = (accounts: boolean): StageView => ({
    at: 'signIn',
    unit: { ...unit, example: accounts },
    exampleAccounts: accounts
      ? [{ username: 'karin', password: 'exempel-karin', name: 'Karin Holm', title: 'Sjuksköterska' }]
      : [],
  });

  it('takes one press with an example account, which is marked as such', async () => {
    const core = open(signIn(true), { sign_in: null });
    await heading('Logga in');
    expect(screen.getByText('Exempeldata')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /Fortsätt som Karin Holm/ }));
    await waitFor(() =>
      expect(core.asked('sign_in')).toEqual([{ username: 'karin', password: 'exempel-karin' }]),
    );
  });

  it('asks for both fields, and empties the password after a refusal', async () => {
    const core = open(signIn(false), { sign_in: () => refuse({ code: 'wrongCredentials' }) });
    await heading('Logga in');
    fireEvent.click(button('Logga in'));
    expect(screen.getByText('Skriv ditt användarnamn.')).toBeTruthy();
    expect(core.asked('sign_in')).toEqual([]);
    write('Användarnamn', ' karin ');
    write('Lösenord', 'fel');
    fireEvent.click(button('Logga in'));
    expect(await screen.findByText('Användarnamn eller lösenord stämmer inte.')).toBeTruthy();
    expect(core.asked('sign_in')).toEqual([{ username: 'karin', password: 'fel' }]);
    expect(field('Lösenord').value).toBe('');
    expect(document.activeElement).toBe(field('Lösenord'));
    expect(await violations()).toEqual([]);
  });

  it('counts the seconds down after too many attempts, and opens again', async () => {
    open(signIn(false), { sign_in: () => refuse({ code: 'tooManyAttempts', seconds: 60 }) });
    await heading('Logga in');
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    write('Användarnamn', 'karin');
    write('Lösenord', 'fel');
    fireEvent.click(button('Logga in'));
    await screen.findByText('Du kan försöka igen om 60 sekunder.');
    expect(button('Logga in')).toHaveProperty('disabled', true);
    act(() => void vi.advanceTimersByTime(59_000));
    expect(screen.getByRole('timer').textContent).toBe('Du kan försöka igen om 1 sekund.');
    act(() => void vi.advanceTimersByTime(1_000));
    expect(screen.getByText('Nu kan du försöka igen.')).toBeTruthy();
    expect(button('Logga in')).toHaveProperty('disabled', false);
  });
});

describe('the lock', () => {
  it('begins in the password, and lets one out', async () => {
    const core = open({ at: 'locked', unit, me }, { unlock: null, sign_out: null });
    await heading('Låst');
    expect(document.activeElement).toBe(field('Lösenord'));
    expect(screen.getByText('Inloggad: Karin Holm')).toBeTruthy();
    expect(document.title).toBe('Låst – Budkavle');
    expect(await violations()).toEqual([]);
    write('Lösenord', 'exempel-karin');
    fireEvent.click(button('Lås upp'));
    await waitFor(() => expect(core.asked('unlock')).toEqual([{ password: 'exempel-karin' }]));
    fireEvent.click(button('Logga ut i stället'));
    await waitFor(() => expect(core.asked('sign_out')).toHaveLength(1));
  });
});

describe('the lock with a wrong password', () => {
  it('blames only the password', async () => {
    open({ at: 'locked', unit, me }, { unlock: () => refuse({ code: 'wrongCredentials' }) });
    await heading('Låst');
    write('Lösenord', 'fel');
    fireEvent.click(button('Lås upp'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Lösenordet stämmer inte.');
    expect(document.activeElement).toBe(field('Lösenord'));
  });
});

describe('the first run', () => {
  async function toPerson(): Promise<void> {
    await heading('Din mottagning');
    write('Mottagningens namn', 'Kungsholmens vårdcentral');
    write('Enhetens HSA-id', ' se2321000016-1ab2');
    write('Kontakt för frågor', 'Ring 08-123 45 67.');
    fireEvent.click(button('Nästa'));
    await heading('Den första administratören');
  }
  async function toSummary(): Promise<void> {
    await toPerson();
    fireEvent.change(screen.getByLabelText('Namn'), { target: { value: 'Vera Exempel' } });
    write('Användarnamn', 'vera');
    write('Lösenord', 'fyra ord i rad');
    write('Lösenordet en gång till', 'fyra ord i rad');
    fireEvent.click(button('Nästa'));
    await heading('Stämmer det här?');
  }

  it('tells everything that is missing at once, and what is wrong with the HSA-id', async () => {
    open({ at: 'firstRun' });
    await heading('Din mottagning');
    write('Enhetens HSA-id', 'SE2321000017-1AB2');
    fireEvent.click(button('Nästa'));
    expect(screen.getByRole('heading', { name: '3 fält behöver rättas' })).toBeTruthy();
    expect(screen.getAllByText(/någon av de tio siffrorna efter SE är fel/)).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  it('goes back without losing a letter, and creates only at the end', async () => {
    const core = open({ at: 'firstRun' }, { set_up_unit: null });
    await toSummary();
    expect(await violations()).toEqual([]);
    expect(screen.getByText('SE2321000016-1AB2')).toBeTruthy();
    fireEvent.click(button('Tillbaka'));
    await heading('Den första administratören');
    expect(field('Användarnamn').value).toBe('vera');
    expect(field('Lösenord').value).toBe('fyra ord i rad');
    fireEvent.click(button('Tillbaka'));
    await heading('Din mottagning');
    expect(field('Mottagningens namn').value).toBe('Kungsholmens vårdcentral');
    expect(core.asked('set_up_unit')).toEqual([]);
    fireEvent.click(button('Nästa'));
    fireEvent.click(button('Nästa'));
    fireEvent.click(button('Skapa mottagningen'));
    await waitFor(() =>
      expect(core.asked('set_up_unit')).toEqual([
        {
          unitName: 'Kungsholmens vårdcentral',
          hsaId: ' se2321000016-1ab2',
          contact: 'Ring 08-123 45 67.',
          personName: 'Vera Exempel',
          title: '',
          username: 'vera',
          password: 'fyra ord i rad',
        },
      ]),
    );
  });

  it('leads back to the step that the core refused', async () => {
    open({ at: 'firstRun' }, { set_up_unit: () => refuse({ code: 'invalidHsaId', problem: 'form' }) });
    await toSummary();
    fireEvent.click(button('Skapa mottagningen'));
    const refusal = await screen.findByRole('alert');
    expect(refusal.textContent).toContain('HSA-id stämmer inte.');
    fireEvent.click(button('Ändra'));
    await heading('Din mottagning');
  });
});

describe('an HSA-id', () => {
  it.each([' SE2321000016-1AB2', 'se2321000016-1ab2\n', 'SE2321000016–1AB2', 'SE162321000016-1AB2'])(
    'is understood as %j',
    (text) => expect(hsaIdProblem(text)).toBeNull(),
  );
  it.each([
    [' ', 'empty'],
    ['2321000016-1AB2', 'form'],
    ['SE2321000016', 'form'],
    [`SE2321000016-${'A'.repeat(19)}`, 'form'],
    ['SE2321000017-1AB2', 'checkDigit'],
  ])('%j is refused as the core does: %s', (text, problem) => expect(hsaIdProblem(text)).toBe(problem));
});
