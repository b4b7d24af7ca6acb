import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caution, LookedUp, Message, Standing, TemplateContent, Unreachable } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { violations } from '../../testing/axe';
import { mostStanding, reached, tolvan } from '../../testing/citizens';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { SendPage } from '.';

const content: TemplateContent = {
  name: 'Ordination',
  handlerInstruction: '',
  purpose: 'Ny ordination',
  answerUse: 'Sparas i journalen',
  contact: 'Ring oss.',
  body: [{ part: 'slot', id: 's', label: 'Ordination', required: true }],
  answerable: false,
  form: [],
};
const frame: Message = {
  heading: content.name,
  unitName: 'Exempelmottagningen',
  unitHsaId: 'SE2321000016-EX01',
  purpose: content.purpose,
  paragraphs: [],
  answerUse: content.answerUse,
  contact: content.contact,
  form: null,
};
const draft = {
  case: 'k',
  citizen: { id: tolvan.id, number: tolvan.number, name: tolvan.name },
  version: 'v',
  slots: { s: 'Järn 100 mg' },
  saved: Date.UTC(2026, 10, 22, 13, 3),
};

let client: QueryClient;

/** Looks into what the queries keep. */
function Keeper(): ReactNode {
  client = useQueryClient();
  return null;
}

async function open(more: Answers = {}): Promise<FakeCore> {
  const asked = fakeCore({
    open_message_draft: null,
    sender_choice: { unit: 'Exempelmottagningen', me: { name: 'Karin Holm', title: '' }, signed: false },
    look_up_citizen: reached,
    list_sendable: [
      {
        template: 'm',
        version: 'v',
        name: content.name,
        marking: 'information',
        category: '',
        isFavourite: false,
      },
    ],
    open_sendable: ({ version }) => ({ version, content }),
    preview_message: { message: frame, problems: [] },
    save_message_draft: { saved: draft.saved },
    ...more,
  });
  show(
    <main>
      <SendPage />
      <Keeper />
    </main>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Skicka nytt ärende' });
  return asked;
}

/** Looks up, and gives what the region says that tells it. */
async function verdict(number = '19121212-1212'): Promise<ReturnType<typeof within>> {
  const field = await screen.findByRole('textbox', { name: 'Personnummer' });
  fireEvent.change(field, { target: { value: number } });
  const form = field.closest('form');
  if (form) fireEvent.submit(form);
  const name = await screen.findByText(tolvan.name);
  return within(name.closest('[role="status"]') ?? document.body);
}

const told = (more: Partial<LookedUp>, standing: Partial<Standing> = {}): LookedUp => ({
  ...reached,
  ...more,
  citizen: { ...tolvan, standing: { ...mostStanding, ...standing } },
});
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const press = (name: string): void => act(() => button(name).click());

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => clearToasts());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the verdict', () => {
  it('is one word for who can be reached, and no reason', async () => {
    await open();
    const region = await verdict();
    expect(region.getByText('Kan nås')).toBeTruthy();
    expect(region.queryByRole('list')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it.each<[Unreachable, RegExp]>([
    ['deceased', /telefon eller brev/],
    ['coordinationNumber', /brev eller telefon/],
    ['noCareRelation', /brev eller telefon/],
    ['accountLocked', /brev eller telefon/],
    ['neverSignedIn', /brev eller telefon/],
    ['childProtected', /Ring/],
    ['noGuardianReads', /brev eller telefon/],
  ])(
    'stops at %s, says what to do instead, and leaves the keyboard at the way out',
    async (unreachable, todo) => {
      const asked = await open({ look_up_citizen: told({ unreachable }) });
      const region = await verdict();
      expect(region.getByText('Kan inte nås')).toBeTruthy();
      expect(region.getByText(t.standing.unreachable[unreachable].title)).toBeTruthy();
      expect(region.getByRole('listitem').textContent).toMatch(todo);
      expect(screen.queryByRole('heading', { name: '2. Mall' })).toBeNull();
      expect(asked.asked('list_sendable')).toEqual([]);
      expect(document.activeElement).toBe(button('Byt invånare'));
      expect(await violations()).toEqual([]);
      press('Byt invånare');
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Personnummer' }));
    },
  );

  it.each<Caution>(['withoutNotices', 'emigrated', 'protected', 'child', 'guardiansUnknown', 'teenager'])(
    'lets one write with the reservation %s',
    async (caution) => {
      await open({ look_up_citizen: told({ cautions: [caution] }) });
      const region = await verdict();
      expect(region.getByText('Kan nås, med förbehåll')).toBeTruthy();
      expect(region.getByText(t.standing.cautions[caution].title)).toBeTruthy();
      expect(await screen.findByRole('heading', { name: '2. Mall' })).toBeTruthy();
      expect(await violations()).toEqual([]);
    },
  );

  it('is told once: nothing within the region that tells it speaks for itself', async () => {
    await open({ look_up_citizen: told({ unreachable: 'deceased', cautions: ['protected'] }) });
    const region = await verdict();
    expect(region.queryByRole('status')).toBeNull();
    expect(region.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('says nothing of how to write where nothing can be written, but that the identity is protected', async () => {
    const hidden = told(
      { unreachable: 'childProtected', cautions: ['protected', 'child'] },
      { protection: 'protectedRegistration' },
    );
    await open({ look_up_citizen: hidden });
    const region = await verdict();
    expect(region.getAllByRole('listitem')).toHaveLength(1);
    expect(region.getByText('Skyddad identitet')).toBeTruthy();
  });

  it('names a child’s guardians with who is blocked, and nobody else’s', async () => {
    const guardians: Standing['guardians'] = [
      { name: 'Vera Ek', access: 'reads' },
      { name: 'Bo Ek', access: 'blocked' },
      { name: 'Cia Ek', access: 'protected' },
    ];
    await open({ look_up_citizen: told({ cautions: ['child'] }, { guardians }) });
    const region = await verdict();
    expect(region.getByText('Vera Ek: läser ärendet')).toBeTruthy();
    expect(region.getByText('Bo Ek: spärrad, läser inte')).toBeTruthy();
    expect(region.getByText('Cia Ek: skyddad identitet, kan inte läsa')).toBeTruthy();
    cleanup();
    await open({ look_up_citizen: told({ cautions: ['teenager'] }, { guardians }) });
    await verdict();
    expect(screen.queryByText(/Vera Ek/)).toBeNull();
  });

  it('tells how recently the unit has written, and how much lies unread', async () => {
    const last = { sent: draft.saved, heading: 'Ändrad tid', senderName: 'Karin Holm' };
    await open({ look_up_citizen: told({ contact: { last, recent: 3, unread: 1 } }) });
    const region = await verdict();
    expect(region.getByText('Senast 22 nov. 2026 14:03: ”Ändrad tid”, av Karin Holm.')).toBeTruthy();
    expect(region.getByText('3 ärenden de senaste 30 dagarna, 1 oläst i inkorgen.')).toBeTruthy();
  });

  it('says when the unit has never written', async () => {
    await open();
    expect((await verdict()).getByText('Enheten har inte skrivit till invånaren förut.')).toBeTruthy();
  });
});

describe('a changed number', () => {
  const old = told({ unreachable: 'numberChanged' }, { newNumber: '199001189811' });
  const renewed: LookedUp = { ...reached, citizen: { ...tolvan, id: 'd', number: '199001189811' } };
  const either: Answers = { look_up_citizen: ({ number }) => (number === '199001189811' ? renewed : old) };

  it('leads on to the new one by a button that has the focus', async () => {
    const asked = await open(either);
    await verdict();
    expect(document.activeElement).toBe(button('Hämta 19900118-9811'));
    expect(await violations()).toEqual([]);
    press('Hämta 19900118-9811');
    expect(await screen.findByText('Kan nås')).toBeTruthy();
    expect(asked.asked('look_up_citizen').at(-1)).toEqual({ number: '199001189811' });
  });

  it('takes what is written to the same person along, also into the draft', async () => {
    const asked = await open({ ...either, open_message_draft: draft });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    await screen.findByText('Kan inte nås');
    press('Hämta 19900118-9811');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(asked.asked('save_message_draft').at(-1)).toMatchObject({ case: 'k', citizen: 'd' });
  });
});

describe('while nothing can be known', () => {
  const down: Answers = { look_up_citizen: () => refuse({ code: 'directoryUnavailable' }) };

  it('it is said so with what to do, and can be tried again', async () => {
    const asked = await open({ ...down, open_message_draft: draft });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('tjänsten svarar inte');
    expect(alert.textContent).toContain('telefon eller brev');
    expect(await violations()).toEqual([]);
    asked.answer({ look_up_citizen: reached });
    press('Försök igen');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    expect(asked.asked('look_up_citizen')).toEqual([{ number: tolvan.number }, { number: tolvan.number }]);
    expect(screen.getByText('Kan nås')).toBeTruthy();
  });

  it('nothing written to the one follows to another, and there is a way back', async () => {
    const asked = await open({ ...down, open_message_draft: draft });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    await screen.findByRole('alert');
    asked.answer({
      look_up_citizen: { ...reached, citizen: { ...tolvan, id: 'e', number: '199001189811' } },
    });
    await verdict('19900118-9811');
    await screen.findByRole('option', { name: /^Ordination/ });
    expect(screen.queryByDisplayValue('Järn 100 mg')).toBeNull();
    asked.answer({ look_up_citizen: reached });
    press('Ångra');
    expect(await screen.findByDisplayValue('Järn 100 mg')).toBeTruthy();
    expect(asked.asked('look_up_citizen').at(-1)).toEqual({ number: tolvan.number });
  });
});

describe('who can no longer be reached when it is to be sent', () => {
  it('is told why at the button, and the text stands', async () => {
    const asked = await open({
      open_message_draft: draft,
      send_case: () => refuse({ code: 'citizenUnreachable', reason: 'accountLocked' }),
    });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    await screen.findByDisplayValue('Järn 100 mg');
    press('Skicka');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Kan inte nås: Invånarens inloggning är låst.');
    expect(alert.textContent).toContain('Utkastet finns kvar.');
    expect(screen.getByDisplayValue('Järn 100 mg')).toBeTruthy();
    expect(await violations()).toEqual([]);
    asked.answer({ look_up_citizen: told({ unreachable: 'accountLocked' }) });
    press('Hämta invånaren igen');
    expect(await screen.findByText('Kan inte nås')).toBeTruthy();
    expect(asked.asked('discard_message_draft')).toEqual([]);
  });

  it('is tried again as the same case when only the service was down', async () => {
    const asked = await open({
      open_message_draft: draft,
      send_case: () => refuse({ code: 'directoryUnavailable' }),
    });
    await screen.findByText('Du har ett påbörjat ärende');
    press('Fortsätt på utkastet');
    await screen.findByDisplayValue('Järn 100 mg');
    press('Skicka');
    await screen.findByRole('alert');
    press('Försök igen');
    await waitFor(() => expect(asked.asked('send_case')).toHaveLength(2));
    expect(asked.asked('send_case').map((sent) => sent.case)).toEqual(['k', 'k']);
  });
});

describe('of a protected citizen', () => {
  const hidden = told({ cautions: ['protected'] }, { protection: 'confidential' });

  it('the symbol is shown beside the name', async () => {
    await open({ look_up_citizen: hidden });
    const region = await verdict();
    expect(region.getByText('Skyddad identitet')).toBeTruthy();
  });

  it.each([
    ['looked up', null],
    ['taken up again from a draft', draft],
  ])('nothing stays in the queries when %s, and nothing at all once the page is left', async (_, begun) => {
    await open({ look_up_citizen: hidden, open_message_draft: begun });
    if (begun) {
      await screen.findByText('Du har ett påbörjat ärende');
      press('Fortsätt på utkastet');
      await screen.findByText('Skyddad identitet');
    } else {
      await verdict();
    }
    await act(() => vi.advanceTimersByTimeAsync(100));
    const kept = client.getQueryCache().getAll();
    expect(kept.length).toBeGreaterThan(0);
    const written = JSON.stringify(kept.map(({ queryKey, state }) => [queryKey, state.data]));
    expect(written).not.toContain(tolvan.name);
    expect(written).not.toContain(tolvan.number);
    cleanup();
    await vi.advanceTimersByTimeAsync(100);
    expect(client.getMutationCache().getAll()).toEqual([]);
  });

  it('the verdict is asked for anew each time', async () => {
    const asked = await open({ look_up_citizen: hidden });
    await verdict();
    press('Byt invånare');
    await verdict();
    expect(asked.asked('look_up_citizen')).toHaveLength(2);
  });
});
