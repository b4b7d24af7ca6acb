import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { answeredState, anUnread, now } from '../../testing/cases';
import { fakeCore, refuse, show } from '../../testing/host';
import { CasePage } from '.';

afterEach(() => {
  act(() => clearToasts());
  vi.unstubAllGlobals();
});

const colleagues = [{ staff: 'ola', name: 'Ola Berg', title: '', handles: true, isMe: false }];

function page(): void {
  show(
    <main>
      <CasePage id="case-1" />
    </main>,
  );
}

describe('what is done with a case', () => {
  it('is told in order, with the notes that colleagues wrote', async () => {
    fakeCore({
      open_case: {
        ...anUnread,
        handlerName: 'Ola Berg',
        happenings: [
          { at: now, by: 'Karin Holm', what: { event: 'assigned', to: 'ola' }, toName: 'Ola Berg' },
          { at: now, by: 'Ola Berg', what: { event: 'noted', text: 'Ringt,\ninget svar' }, toName: null },
        ],
      },
    });
    page();
    expect(await screen.findByText('Fördelat till Ola Berg')).toBeTruthy();
    const [assigned, noted] = screen
      .getAllByRole('listitem')
      .filter(
        (item) =>
          item.closest('ol > li') &&
          /av (Karin|Ola)/.test(item.textContent ?? '') &&
          !/Skickat/.test(item.textContent ?? ''),
      );
    expect(assigned?.textContent).toContain('av Karin Holm');
    expect(noted?.textContent).toContain('Ringt,');
    expect(await violations()).toEqual([]);
  });

  it('takes a note, and says when there is none', async () => {
    const core = fakeCore({
      open_case: anUnread,
      note_case: ({ text }) => (text === '' ? refuse({ code: 'fieldMissing', field: 'caseNote' }) : null),
    });
    page();
    fireEvent.click(await screen.findByRole('button', { name: 'Spara anteckningen' }));
    expect(await screen.findByText('Skriv något i anteckningen.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    const field = screen.getByRole('textbox', { name: /Ny intern anteckning/ });
    fireEvent.change(field, { target: { value: 'Ringt' } });
    fireEvent.click(screen.getByRole('button', { name: 'Spara anteckningen' }));
    expect(await screen.findByText('Anteckningen är sparad.')).toBeTruthy();
    expect(core.asked('note_case').at(-1)).toEqual({ case: 'case-1', text: 'Ringt' });
    expect(field).toHaveProperty('value', '');
  });

  it('is closed with a way back, also when a colleague was there before', async () => {
    const core = fakeCore({
      open_case: anUnread,
      close_cases: { done: [], left: [{ case: 'case-1', why: 'closed' }] },
    });
    page();
    fireEvent.click(await screen.findByRole('button', { name: 'Avsluta' }));
    expect(await screen.findByText('Ett ärende är redan avslutat och lämnades som det är.')).toBeTruthy();
    core.answer({
      open_case: { ...anUnread, closure: { closure: 'closed', closed: now } },
      reopen_cases: { done: ['case-1'], left: [] },
    });
    act(() => core.announce('cases'));
    expect(await screen.findByText(/^Ärendet är avslutat .* Invånaren kan läsa det/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Återkalla' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Återöppna' }));
    await waitFor(() => expect(core.asked('reopen_cases')).toEqual([{ cases: ['case-1'] }]));
  });

  it('is taken back only while it is unread, and the citizen may be first', async () => {
    const core = fakeCore({
      open_case: anUnread,
      revoke_case: () => refuse({ code: 'caseRefuses', refusal: 'alreadyRead' }),
      list_colleagues: colleagues,
    });
    page();
    fireEvent.click(await screen.findByRole('button', { name: 'Återkalla' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Återkalla' }));
    expect(await dialog.findByText('Invånaren har redan läst meddelandet.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Avbryt' }));
    core.answer({ open_case: { ...anUnread, state: answeredState } });
    act(() => core.announce('cases'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Återkalla' })).toBeNull());
  });
});
