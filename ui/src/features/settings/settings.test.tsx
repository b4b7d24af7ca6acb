import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DecisionView, Unit } from '../../bindings';
import { violations } from '../../testing/axe';
import { type Answers, fakeCore, refuse, show } from '../../testing/host';
import { SettingsPage } from '.';

afterEach(() => vi.unstubAllGlobals());

const unit: Unit = {
  id: 'u-1',
  name: 'Kungsholmens vårdcentral',
  hsaId: 'SE2321000016-1AB2',
  contact: 'Ring 08-123 45 67.',
  retention: { attachmentHours: 72, copyHours: 8 },
  secureFolder: '/srv/budkavle',
  approval: false,
  example: false,
};

const first: DecisionView = {
  decision: {
    id: 'b-1',
    name: 'Första gallringsbeslutet',
    kind: 'submitted',
    hours: 72,
    decidedBy: null,
    decided: 0,
    validFrom: 0,
    appliedToKept: false,
  },
  decider: null,
  inForce: true,
};

const decisions: Answers = {
  list_retention: {
    decisions: [first],
    bounds: [
      { kind: 'submitted', mostHours: 96, byPolicy: true },
      { kind: 'unsent', mostHours: 72, byPolicy: false },
      { kind: 'copy', mostHours: 72, byPolicy: false },
    ],
  },
};

const field = async (label: string): Promise<HTMLInputElement> =>
  screen.findByLabelText(label, { selector: 'input, textarea' });
const write = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await field(label), { target: { value } });
};

describe('the unit’s settings', () => {
  it('show who the unit is and what it has decided, without a way to change the HSA-id', async () => {
    fakeCore({ ...decisions, unit_settings: unit });
    show(
      <main>
        <SettingsPage />
      </main>,
    );
    await field('Mottagningens namn');
    expect(screen.getByText('SE2321000016-1AB2').tagName).toBe('DD');
    expect(screen.getByRole('button', { name: 'Spara' })).toHaveProperty('disabled', true);
    expect(await violations()).toEqual([]);
  });

  it('tell where copies may lie when the organisation has decided it, and do not ask', async () => {
    const folders = ['/srv/region/säkert', '/srv/region/rum 3'];
    const rules = { folders, foldersGoverned: true, maxHours: 4, originals: false };
    fakeCore({ ...decisions, unit_settings: unit, copy_rules: rules });
    show(
      <main>
        <SettingsPage />
      </main>,
    );
    expect(await screen.findByText('Styrs av din organisation:')).toBeTruthy();
    for (const folder of folders) expect(screen.getByText(folder)).toBeTruthy();
    expect(screen.queryByLabelText('Mapp')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('save all of it with what was changed, and the folder that was chosen', async () => {
    const core = fakeCore({
      ...decisions,
      unit_settings: unit,
      save_unit_settings: null,
      choose_secure_folder: '/srv/säkert',
    });
    show(<SettingsPage />);
    await write('Kontakt för frågor', 'Ring oss.');
    fireEvent.click(screen.getByRole('button', { name: 'Välj mapp …' }));
    await waitFor(async () => expect((await field('Mapp')).value).toBe('/srv/säkert'));
    fireEvent.click(screen.getByRole('checkbox', { name: /godkänner mallar/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(() =>
      expect(core.asked('save_unit_settings')).toEqual([
        {
          name: unit.name,
          contact: 'Ring oss.',
          secureFolder: '/srv/säkert',
          approval: true,
        },
      ]),
    );
  });

  it('say at the folder that it cannot be used', async () => {
    fakeCore({
      ...decisions,
      unit_settings: unit,
      save_unit_settings: () => refuse({ code: 'secureFolderUnusable' }),
    });
    show(<SettingsPage />);
    await write('Mapp', '/finns/inte');
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(async () => expect((await field('Mapp')).getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(/Mappen går inte att använda/).length).toBeGreaterThan(0);
  });

  it('keep what is being written when the core says that something changed', async () => {
    const core = fakeCore({ ...decisions, unit_settings: unit });
    show(<SettingsPage />);
    await write('Kontakt för frågor', 'Ring 010-000 00 00.');
    core.answer({ unit_settings: { ...unit, name: 'Nytt namn' } });
    core.announce('unit');
    await waitFor(async () => expect((await field('Mottagningens namn')).value).toBe('Nytt namn'));
    expect((await field('Kontakt för frågor')).value).toBe('Ring 010-000 00 00.');
  });
});

describe('a retention decision', () => {
  it('is made only after it was seen what it does', async () => {
    const affected = [{ kind: 'submitted', case: 'k-1', before: 2_000_000, after: 1_000_000 }] as const;
    const core = fakeCore({
      ...decisions,
      unit_settings: unit,
      propose_retention: { affected: [...affected], atOnce: 1, extended: 1 },
      adopt_retention: null,
    });
    show(
      <main>
        <SettingsPage />
      </main>,
    );
    expect(await screen.findByText('Första gallringsbeslutet')).toBeTruthy();
    expect(screen.getByText('Gäller nu')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Fatta nytt beslut' }));
    await write('Beslutets namn', 'Dnr 2026/7');
    await write('Gallras efter', '97');
    expect(screen.getByText(/1–96 timmar. Styrs av din organisation/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Visa vad som händer' }));
    expect(screen.getAllByText('Skriv ett helt antal timmar, 1–96.').length).toBeGreaterThan(0);
    expect(core.asked('propose_retention')).toEqual([]);
    await write('Gallras efter', '48');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Gäller också det som redan finns kvar' }));
    fireEvent.click(screen.getByRole('button', { name: 'Visa vad som händer' }));
    expect(await screen.findByText('En sak gallras tidigare än i dag.')).toBeTruthy();
    expect(screen.getByText('En av dem gallras genast.')).toBeTruthy();
    expect(screen.getByText(/En bilaga behåller sin tid/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    expect(core.asked('adopt_retention')).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: 'Fatta beslutet' }));

    const proposal = { kind: 'submitted', hours: 48, validFrom: null, applyToKept: true };
    await waitFor(() =>
      expect(core.asked('adopt_retention')).toEqual([{ name: 'Dnr 2026/7', proposal, seen: 1 }]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('goes back to the proposal when something changed meanwhile', async () => {
    fakeCore({
      ...decisions,
      unit_settings: unit,
      propose_retention: { affected: [], atOnce: 0, extended: 0 },
      adopt_retention: () => refuse({ code: 'decisionStale' }),
    });
    show(<SettingsPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'Fatta nytt beslut' }));
    await write('Beslutets namn', 'Dnr 2026/8');
    await write('Gallras efter', '24');
    fireEvent.click(screen.getByRole('button', { name: 'Visa vad som händer' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Fatta beslutet' }));
    expect(await screen.findByText(/har ändrats sedan du såg förhandsvisningen/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ändra förslaget' }));
    expect((await field('Beslutets namn')).value).toBe('Dnr 2026/8');
  });
});
