import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me, Role, StartState } from '../bindings';
import { violations } from '../testing/axe';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../testing/host';
import { Staff } from './Staff';

beforeEach(() => {
  window.location.hash = '#/gallring';
});
afterEach(() => vi.unstubAllGlobals());

const unit = { name: 'Kungsholmens vårdcentral', example: true };
const person = (...roles: Role[]): Me => ({ name: 'Karin Holm', title: 'Sjuksköterska', roles });

function signedIn(me: Me, inMemory = false): StartState {
  return { version: '0.1.0', inMemory, stage: { at: 'signedIn', unit, me } };
}

const emptyPurge: Answers = {
  purge_overview: {
    kept: [],
    begun: [],
    unfinished: [],
    room: { taken: 0, most: 1, diskFull: false, refused: null },
    clock: { now: 0, behindMinutes: 0, doubt: null },
    runs: { timer: null, start: null, scheduled: null },
    job: 'installed',
  },
  list_receipts: { receipts: [], next: null },
  note_activity: null,
};

async function work(me: Me, answers: Answers = {}, inMemory = false): Promise<FakeCore> {
  const core = fakeCore({ start_state: signedIn(me, inMemory), ...emptyPurge, ...answers });
  show(<Staff />);
  await screen.findByRole('navigation', { name: 'Huvudmeny' });
  return core;
}

const menu = (): string[] =>
  screen
    .getAllByRole('link')
    .filter((link) => link.closest('nav'))
    .map((link) => link.textContent ?? '');

describe('the menu', () => {
  it('is a handler’s', async () => {
    await work(person('handler'));
    expect(menu()).toEqual([
      'Översikt',
      'Mina ärenden',
      'Fördelade ärenden',
      'Skicka nytt ärende',
      'Statistik',
      'Gallring',
    ]);
    expect(screen.getByRole('link', { name: 'Gallring' }).getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe('Gallring – Budkavle');
    expect(await violations()).toEqual([]);
  });

  it('says where one is also in a list below, and leaves the keyboard in it', async () => {
    window.location.hash = '#/arenden/mina/att-granska';
    const core = await work(person('handler'), {
      list_cases: { rows: [], next: null },
      count_cases: { toReview: 0, overdue: 0, unanswered: 0, unread: 0, scheduled: 0, unreadDays: 7 },
      list_case_filters: [],
      list_colleagues: [],
      list_sendable: [],
    });
    const tab = await screen.findByRole('tab', { name: 'Att granska' });
    expect(screen.getByRole('link', { name: 'Mina ärenden' }).getAttribute('aria-current')).toBe('page');
    act(() => tab.focus());
    fireEvent.keyDown(tab, { key: 'ArrowRight' });
    await waitFor(() => expect(core.asked('list_cases').at(-1)?.list).toBe('unanswered'));
    expect(window.location.hash).toBe('#/arenden/mina/obesvarade');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Obesvarade' }));
    expect(document.title).toBe('Mina ärenden – Budkavle');
  });

  it('begins with what there is to do for a handler, and with the templates for others', async () => {
    window.location.hash = '#/';
    const counts = { toReview: 0, overdue: 0, unanswered: 0, unread: 0, scheduled: 0, unreadDays: 7 };
    await work(person('handler', 'administrator'), { overview: { mine: counts, unit: counts, draft: null } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Översikt' })).toBeTruthy();
    expect(document.title).toBe('Översikt – Budkavle');
    cleanup();
    await work(person('administrator'), { list_templates: [] });
    await waitFor(() => expect(document.title).toBe('Mallar för invånarärende – Budkavle'));
  });

  it('is an administrator’s, with the templates under Ärende', async () => {
    await work(person('administrator'));
    expect(menu()).toEqual([
      'Mallar för invånarärende',
      'Vårdpersonal',
      'Invånare',
      'Enhet',
      'Statistik',
      'Gallring',
    ]);
    expect(screen.getByText('Ärende')).toBeTruthy();
  });

  it('opens and closes where it is folded', async () => {
    await work(person('handler'));
    const toggle = screen.getByRole('button', { name: 'Meny' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    act(() => {
      window.location.hash = '#/finns-inte';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    await screen.findByRole('heading', { name: 'Sidan finns inte' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('an address', () => {
  it.each([
    ['#/administration/vardpersonal', 'Du har inte behörighet till sidan'],
    ['#/administration/mallar/01J', 'Du har inte behörighet till sidan'],
    ['#/arenden/a/b', 'Sidan finns inte'],
    ['#/nagot', 'Sidan finns inte'],
  ])('%s tells a handler: %s', async (hash, title) => {
    window.location.hash = hash;
    await work(person('handler'));
    const shown = await screen.findByRole('heading', { level: 1, name: title });
    expect(document.activeElement).toBe(shown);
    expect(document.title).toBe(`${title} – Budkavle`);
    expect(await violations()).toEqual([]);
  });
});

describe('what must be known of the data', () => {
  it('is told on every page', async () => {
    await work(person('handler'), {}, true);
    const notice = screen.getByRole('region', { name: 'Om uppgifterna' });
    expect(notice.textContent).toContain('Exempeldata.');
    expect(notice.textContent).toContain('Sparas inte.');
  });
});

describe('the account', () => {
  it('is locked with Ctrl+L and from its menu', async () => {
    const core = await work(person('handler'), { lock: null });
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true });
    await waitFor(() => expect(core.asked('lock')).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Konto: Karin Holm Sjuksköterska' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Lås/ }));
    await waitFor(() => expect(core.asked('lock')).toHaveLength(2));
  });

  it('is left from its menu, and so is the page', async () => {
    const core = await work(person('handler'), { sign_out: null });
    fireEvent.click(screen.getByRole('button', { name: 'Konto: Karin Holm Sjuksköterska' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Logga ut' }));
    await waitFor(() => expect(core.asked('sign_out')).toHaveLength(1));
    core.answer({
      start_state: { version: '0.1.0', inMemory: false, stage: { at: 'signIn', unit, exampleAccounts: [] } },
    });
    act(() => core.announce('session'));
    await screen.findByRole('heading', { name: 'Logga in' });
    expect(window.location.hash).toBe('#/');
  });

  it('changes its own password', async () => {
    await work(person('handler'));
    fireEvent.click(screen.getByRole('button', { name: 'Konto: Karin Holm Sjuksköterska' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Byt lösenord/ }));
    expect(await screen.findByRole('dialog', { name: 'Byt lösenord' })).toBeTruthy();
  });
});

describe('the lock', () => {
  const locked: StartState = {
    version: '0.1.0',
    inMemory: false,
    stage: { at: 'locked', unit, me: person('handler') },
  };

  it('leaves nothing that was read behind it, and unlocking comes back to the page', async () => {
    const core = await work(person('handler'));
    await screen.findByText('Inga kvitton');
    expect(core.asked('purge_overview')).toHaveLength(1);
    core.answer({ start_state: locked });
    act(() => core.announce('session'));
    await screen.findByRole('heading', { name: 'Låst' });
    expect(screen.queryByText('Inga kvitton')).toBeNull();
    core.answer({ start_state: signedIn(person('handler')) });
    act(() => core.announce('session'));
    await screen.findByRole('heading', { level: 1, name: 'Gallring' });
    await waitFor(() => expect(core.asked('purge_overview')).toHaveLength(2));
  });

  it('comes as soon as the core refuses anything because of it', async () => {
    const core = await work(person('handler'), {
      lock: null,
      open_inbox: () => refuse({ code: 'sessionLocked' }),
      inbox_address: { url: 'http://127.0.0.1:4000/' },
    });
    core.answer({ start_state: locked });
    fireEvent.click(screen.getByRole('button', { name: 'Invånarens inkorg' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Öppna invånarens inkorg' }));
    expect(await screen.findByRole('heading', { name: 'Låst' })).toBeTruthy();
  });
});

describe('activity', () => {
  it('is told at once and then at most every half minute', async () => {
    const core = await work(person('handler'));
    for (let turn = 0; turn < 5; turn += 1) fireEvent.keyDown(document.body, { key: 'a' });
    fireEvent.pointerDown(document.body);
    await waitFor(() => expect(core.asked('note_activity')).toHaveLength(1));
  });
});

describe('the citizen’s inbox', () => {
  it('is opened in the browser, with its address to copy', async () => {
    const writeText = vi.fn(async () => {});
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const core = await work(person('handler'), {
      inbox_address: { url: 'http://127.0.0.1:4000/' },
      open_inbox: null,
    });
    fireEvent.click(screen.getByRole('button', { name: 'Invånarens inkorg' }));
    expect(await screen.findByText('http://127.0.0.1:4000/')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Kopiera adressen' }));
    expect(await screen.findByText('Adressen är kopierad.')).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('http://127.0.0.1:4000/');
    fireEvent.click(screen.getByRole('button', { name: 'Öppna invånarens inkorg' }));
    await waitFor(() => expect(core.asked('open_inbox')).toHaveLength(1));
  });

  it('says so when no browser could be opened', async () => {
    await work(person('handler'), {
      inbox_address: { url: 'http://127.0.0.1:4000/' },
      open_inbox: () => refuse({ code: 'inboxUnavailable' }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Invånarens inkorg' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Öppna invånarens inkorg' }));
    expect(await screen.findByText('Invånarens inkorg är inte igång.')).toBeTruthy();
  });
});
