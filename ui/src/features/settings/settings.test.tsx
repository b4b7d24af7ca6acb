import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Unit } from '../../bindings';
import { violations } from '../../testing/axe';
import { fakeCore, refuse, show } from '../../testing/host';
import { SettingsPage } from '.';

afterEach(() => vi.unstubAllGlobals());

const unit: Unit = {
  id: 'u-1',
  name: 'Kungsholmens vårdcentral',
  hsaId: 'SE2321000016-1AB2',
  contact: 'Ring 08-123 45 67.',
  retention: { attachmentHours: 72, copyHours: 8 },
  secureFolder: '/srv/budkavle',
  example: false,
};

const field = async (label: string): Promise<HTMLInputElement> =>
  screen.findByLabelText(label, { selector: 'input, textarea' });
const write = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await field(label), { target: { value } });
};

describe('the unit’s settings', () => {
  it('show what is decided, in days too, without a way to change the HSA-id', async () => {
    fakeCore({ unit_settings: unit });
    show(
      <main>
        <SettingsPage />
      </main>,
    );
    await field('Mottagningens namn');
    expect(screen.getByText('timmar = 3 dygn')).toBeTruthy();
    expect(screen.getByText('SE2321000016-1AB2').tagName).toBe('DD');
    expect(screen.getByRole('button', { name: 'Spara' })).toHaveProperty('disabled', true);
    expect(await violations()).toEqual([]);
  });

  it('tell where copies may lie when the organisation has decided it, and do not ask', async () => {
    const folders = ['/srv/region/säkert', '/srv/region/rum 3'];
    const rules = { folders, foldersGoverned: true, maxHours: 4, originals: false };
    fakeCore({ unit_settings: unit, copy_rules: rules });
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

  it('refuse hours outside the bounds before the core is asked', async () => {
    const core = fakeCore({ unit_settings: unit, save_unit_settings: null });
    show(<SettingsPage />);
    await write('Bilagor finns kvar', '721');
    await write('Tillfälliga kopior får finnas högst', '1,5');
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    expect(screen.getByRole('heading', { name: '2 fält behöver rättas' })).toBeTruthy();
    expect(core.asked('save_unit_settings')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Återställ' }));
    expect((await field('Bilagor finns kvar')).value).toBe('72');
  });

  it('save all of it with what was changed, and the folder that was chosen', async () => {
    const core = fakeCore({
      unit_settings: unit,
      save_unit_settings: null,
      choose_secure_folder: '/srv/säkert',
    });
    show(<SettingsPage />);
    await write('Bilagor finns kvar', '48');
    fireEvent.click(screen.getByRole('button', { name: 'Välj mapp …' }));
    await waitFor(async () => expect((await field('Mapp')).value).toBe('/srv/säkert'));
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(() =>
      expect(core.asked('save_unit_settings')).toEqual([
        {
          name: unit.name,
          contact: unit.contact,
          retention: { attachmentHours: 48, copyHours: 8 },
          secureFolder: '/srv/säkert',
        },
      ]),
    );
  });

  it('say at the folder that it cannot be used', async () => {
    fakeCore({ unit_settings: unit, save_unit_settings: () => refuse({ code: 'secureFolderUnusable' }) });
    show(<SettingsPage />);
    await write('Mapp', '/finns/inte');
    fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(async () => expect((await field('Mapp')).getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(/Mappen går inte att använda/).length).toBeGreaterThan(0);
  });

  it('keep what is being written when the core says that something changed', async () => {
    const core = fakeCore({ unit_settings: unit });
    show(<SettingsPage />);
    await write('Kontakt för frågor', 'Ring 010-000 00 00.');
    core.answer({ unit_settings: { ...unit, name: 'Nytt namn' } });
    core.announce('unit');
    await waitFor(async () => expect((await field('Mottagningens namn')).value).toBe('Nytt namn'));
    expect((await field('Kontakt för frågor')).value).toBe('Ring 010-000 00 00.');
  });
});
