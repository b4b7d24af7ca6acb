import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../bindings';
import { violations } from '../../testing/axe';
import { fakeCore, refuse, show } from '../../testing/host';
import { ChangePasswordDialog, PeoplePage } from '.';

afterEach(() => vi.unstubAllGlobals());

const karin: Person = {
  id: 'p-1',
  name: 'Karin Holm',
  title: 'Sjuksköterska',
  username: 'karin',
  roles: ['handler'],
  active: true,
};
const anders: Person = {
  id: 'p-2',
  name: 'Anders Lind',
  title: '',
  username: 'anders',
  roles: ['administrator', 'handler'],
  active: false,
};

const write = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });
};
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
async function choose(name: string, act: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: `Åtgärder för ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: act }));
}

describe('the list of people', () => {
  it('shows everybody with roles and whether the account can be used', async () => {
    fakeCore({ list_people: [karin, anders] });
    show(
      <main>
        <PeoplePage />
      </main>,
    );
    const row = (await screen.findByRole('rowheader', { name: /Anders Lind/ })).closest('tr');
    expect(within(row ?? document.body).getByText('Lokal administratör')).toBeTruthy();
    expect(within(row ?? document.body).getByText('Avstängd')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('tells why when it is refused', async () => {
    fakeCore({ list_people: () => refuse({ code: 'notAllowed' }) });
    show(<PeoplePage />);
    expect(await screen.findByText('Du har inte behörighet till detta.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Försök igen' })).toBeTruthy();
  });

  it('closes an account at once, with a way back', async () => {
    const core = fakeCore({ list_people: [karin], change_person: null });
    show(<PeoplePage />);
    await choose('Karin Holm', 'Stäng av kontot');
    await waitFor(() => expect(core.asked('change_person')[0]).toMatchObject({ id: 'p-1', active: false }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(core.asked('change_person')[1]).toMatchObject({ id: 'p-1', active: true }));
  });

  it('says that the last administrator cannot be taken away', async () => {
    fakeCore({ list_people: [karin], change_person: () => refuse({ code: 'lastAdministrator' }) });
    show(<PeoplePage />);
    await choose('Karin Holm', 'Stäng av kontot');
    expect(await screen.findByText('Enheten måste ha minst en aktiv lokal administratör.')).toBeTruthy();
  });
});

describe('adding a person', () => {
  it('tells in the form what is missing, and that the user name is taken', async () => {
    const core = fakeCore({
      list_people: [karin],
      add_person: () => refuse({ code: 'usernameTaken' }),
    });
    show(<PeoplePage />);
    press('Lägg till person');
    await screen.findByRole('dialog', { name: 'Lägg till person' });
    press('Lägg till');
    expect(screen.getByText('Skriv personens namn.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Namn', { selector: 'input' }));
    expect(screen.getByText('Skriv minst 12 tecken.')).toBeTruthy();
    expect(core.asked('add_person')).toEqual([]);
    expect(await violations()).toEqual([]);
    write('Namn', 'Vera Exempel');
    write('Användarnamn', 'karin');
    write('Lösenord', 'fyra ord i rad');
    write('Lösenordet en gång till', 'fyra ord i rad');
    press('Lägg till');
    expect(await screen.findByText('Användarnamnet finns redan. Välj ett annat.')).toBeTruthy();
    expect(core.asked('add_person')).toEqual([
      { name: 'Vera Exempel', title: '', username: 'karin', password: 'fyra ord i rad', roles: ['handler'] },
    ]);
    core.answer({ add_person: null });
    write('Användarnamn', 'vera');
    expect(screen.queryByText('Användarnamnet finns redan. Välj ett annat.')).toBeNull();
    press('Lägg till');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('changing a person', () => {
  it('keeps at least one role', async () => {
    const core = fakeCore({ list_people: [karin], change_person: null });
    show(<PeoplePage />);
    await choose('Karin Holm', 'Ändra …');
    await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('checkbox', { name: /tidigare Vårdgivare/ }));
    press('Spara');
    expect(screen.getByText('Välj minst en roll.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Lokal administratör/ }));
    press('Spara');
    await waitFor(() =>
      expect(core.asked('change_person')).toEqual([
        { id: 'p-1', name: 'Karin Holm', title: 'Sjuksköterska', roles: ['administrator'], active: true },
      ]),
    );
  });

  it('gives a new password', async () => {
    const core = fakeCore({ list_people: [karin], replace_password: null });
    show(<PeoplePage />);
    await choose('Karin Holm', 'Nytt lösenord …');
    await screen.findByRole('dialog');
    write('Lösenord', 'fyra ord i rad');
    write('Lösenordet en gång till', 'fyra ord i rad');
    press('Byt lösenordet');
    await waitFor(() =>
      expect(core.asked('replace_password')).toEqual([{ id: 'p-1', password: 'fyra ord i rad' }]),
    );
  });
});

describe('one’s own password', () => {
  it('needs the old one', async () => {
    fakeCore({ change_own_password: () => refuse({ code: 'wrongCredentials' }) });
    show(<ChangePasswordDialog onClose={() => {}} />);
    press('Byt lösenord');
    expect(screen.getByText('Skriv ditt nuvarande lösenord.')).toBeTruthy();
    write('Nuvarande lösenord', 'något annat');
    write('Nytt lösenord', 'fyra ord i rad');
    write('Det nya lösenordet en gång till', 'fyra ord i rad');
    press('Byt lösenord');
    expect(await screen.findByText('Det nuvarande lösenordet stämmer inte.')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
