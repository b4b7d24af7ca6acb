import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseView, ExtensionView } from '../../bindings';
import { clearToasts } from '../../components/Toast';
import { violations } from '../../testing/axe';
import { anAnswered, copyRules, now } from '../../testing/cases';
import { type FakeCore, fakeCore, refuse, show } from '../../testing/host';
import { CasePage } from '.';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  clearToasts();
  vi.unstubAllGlobals();
});

/** A case whose attachment is kept for 72 hours, and may be for `most`. */
async function open(most: number, extensions: ExtensionView[] = []): Promise<FakeCore> {
  const view = anAnswered();
  const reply = view.reply && { ...view.reply, longest: now + most * HOUR, extensions };
  const answered: CaseView = { ...view, reply };
  const core = fakeCore({ open_case: answered, copy_rules: copyRules });
  show(
    <main>
      <CasePage id="case-1" />
    </main>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Förläng tiden: blodsocker.pdf' }));
  return core;
}

const extend = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Förläng' }));
};

describe('a longer time for an attachment', () => {
  it('is offered in days within what is allowed, and asks for a reason', async () => {
    const core = await open(719);
    const choices = within(screen.getByRole('radiogroup')).getAllByRole('radio');
    expect(choices.map((choice) => choice.closest('label')?.textContent)).toEqual([
      expect.stringMatching(/^1 dygn längreGallras 26 nov. 14:02/),
      expect.stringMatching(/^3 dygn längre/),
      expect.stringMatching(/^7 dygn längre/),
      expect.stringMatching(/^Så länge det gårGallras 22 dec. 13:03/),
    ]);
    expect(choices[0]).toHaveProperty('checked', true);
    expect(await violations()).toEqual([]);
    extend();
    expect(screen.getByText('Skriv ett skäl.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    expect(core.asked('extend_attachment')).toEqual([]);
  });

  it('is given with the reason, and the new deadline is said', async () => {
    const core = await open(719);
    core.answer({ extend_attachment: { expires: now + 144 * HOUR } });
    fireEvent.click(screen.getByRole('radio', { name: /3 dygn längre/ }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Ronden är på torsdag' } });
    extend();
    expect(await screen.findByText('Tiden är förlängd. Bilagan gallras 28 nov. 14:03.')).toBeTruthy();
    expect(core.asked('extend_attachment')).toEqual([
      { attachment: 'file-1', hours: 72, reason: 'Ronden är på torsdag' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says what is wrong when it is longer than is allowed, and changes nothing', async () => {
    const core = await open(719);
    core.answer({ extend_attachment: () => refuse({ code: 'invalidRetention', problem: 'hours' }) });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Ronden' } });
    extend();
    expect(await screen.findByText(/Så länge får bilagan inte finnas kvar/)).toBeTruthy();
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Ronden');
  });

  it('is not offered where there is none, and says what to do instead', async () => {
    // A minute less than an hour is left.
    await open(72 + 59 / 60);
    expect(screen.getByText('Tiden kan inte förlängas mer.')).toBeTruthy();
    expect(screen.getByText(/till 25 nov. 15:02 som längst/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Förläng' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('stands in the case with who gave it and why', async () => {
    const until = now + 96 * HOUR;
    await open(719, [{ attachment: 'file-1', by: 'Karin Holm', at: now, reason: 'Ronden', until }]);
    expect(screen.getByText('Förlängd 22 nov. 14:03 av Karin Holm:').textContent).toContain('Ronden');
  });
});
