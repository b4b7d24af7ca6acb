import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Preview, PreviewFault, PreviewFlag } from '../../../bindings';
import { t } from '../../../i18n/sv';
import { violations } from '../../../testing/axe';
import { anAnswered, aPreview, copyRules, pageWords } from '../../../testing/cases';
import { type Answers, type FakeCore, fakeCore, refuse, show } from '../../../testing/host';
import { CasePage } from '..';
import { edgeFor, pictureSize } from './geometry';
import { edited, editOfKey, firstView, sizeOf } from './view';

afterEach(() => {
  vi.unstubAllGlobals();
});

const opener = (): HTMLElement => screen.getByRole('button', { name: 'Förhandsgranska blodsocker.pdf' });
const page = (n: number): HTMLElement => screen.getByRole('img', { name: `Sida ${n} av 3` });
const key = (name: string): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
};

async function preview(answers: Answers = {}): Promise<FakeCore> {
  const core = fakeCore({
    open_case: anAnswered(),
    open_preview: aPreview,
    close_preview: null,
    copy_rules: copyRules,
    page_text: pageWords([]),
    ...answers,
  });
  show(
    <main>
      <CasePage id="case-1" />
    </main>,
  );
  await screen.findByText('Maria Åkesson');
  act(() => opener().focus());
  fireEvent.click(opener());
  await screen.findByRole('dialog');
  return core;
}

const withFlags = (...flags: PreviewFlag[]): Preview => ({ ...aPreview, flags });

describe('the preview', () => {
  it('shows a page at a time, and is closed with the drawing ended and focus back', async () => {
    const core = await preview();
    const image = await screen.findByRole('img', { name: 'Sida 1 av 3' });
    expect(image.getAttribute('src')).toBe('/api/page/ab12/1?edge=1600');
    fireEvent.load(image);
    expect(await violations()).toEqual([]);
    key('PageDown');
    expect(page(2).getAttribute('src')).toBe('/api/page/ab12/2?edge=1600');
    fireEvent.click(screen.getByRole('button', { name: 'Nästa sida' }));
    expect(page(3)).toBeTruthy();
    key('PageUp');
    expect(page(2)).toBeTruthy();
    key('End');
    expect(page(3)).toBeTruthy();
    key('Home');
    expect(page(1)).toBeTruthy();
    fireEvent.click(screen.getByRole('option', { name: 'Sida 1' }));
    expect(page(1)).toBeTruthy();
    key('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(core.asked('close_preview')).toEqual([{ ticket: 'ab12' }]));
    await waitFor(() => expect(document.activeElement).toBe(opener()));
  });

  it('ends a drawing that came after it was closed', async () => {
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const core = fakeCore({
      open_case: anAnswered(),
      open_preview: aPreview,
      close_preview: null,
      copy_rules: copyRules,
    });
    const answering = fetch;
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      if (address.endsWith('/open_preview')) await finished;
      return answering(address, init);
    });
    show(
      <main>
        <CasePage id="case-1" />
      </main>,
    );
    await screen.findByText('Maria Åkesson');
    fireEvent.click(opener());
    await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(core.asked('close_preview')).toEqual([]);
    finish();
    await waitFor(() => expect(core.asked('close_preview')).toEqual([{ ticket: 'ab12' }]));
  });

  it('enlarges, resets and turns by key and by button', async () => {
    await preview();
    await screen.findByRole('img', { name: /^Sida 1/ });
    key('+');
    expect(screen.getByText('Storlek 125 procent')).toBeTruthy();
    key('-');
    fireEvent.click(screen.getByRole('button', { name: 'Förminska' }));
    expect(screen.getByText('Storlek 75 procent')).toBeTruthy();
    key('0');
    expect(screen.getByText('Storlek 100 procent')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Anpassa till bredden' }));
    expect(screen.getByRole('button', { name: 'Anpassa till bredden' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    key('r');
    expect(page(1).parentElement?.dataset.turns).toBe('1');
    fireEvent.keyDown(document.body, { key: '+', ctrlKey: true });
    expect(screen.getByText('Storlek 100 procent')).toBeTruthy();
  });

  it('lays the words of the page over it once it is drawn, as text and nothing else', async () => {
    const core = await preview({ page_text: pageWords(['<b>Måndag</b>', '6,2 mmol/l', '6,2 mmol/l']) });
    const image = await screen.findByRole('img', { name: 'Sida 1 av 3' });
    expect(core.asked('page_text')).toEqual([]);
    fireEvent.load(image);
    const line = await screen.findByText('<b>Måndag</b>', { selector: 'p' });
    expect(image.parentElement?.contains(line)).toBe(true);
    expect(core.asked('page_text')).toEqual([{ ticket: 'ab12', page: 1 }]);
    expect(line.style.left).not.toBe('');
    key('r');
    expect(line.closest('[data-turns]')?.getAttribute('data-turns')).toBe('1');
    expect(await violations()).toEqual([]);
  });

  it('has the words in plain order too, in a field to select in by keyboard', async () => {
    await preview({
      page_text: ({ page: n }) => pageWords(n === 1 ? ['<b>Måndag</b> 6,2', 'Tisdag 7,1'] : [' ']),
    });
    await screen.findByRole('img', { name: /^Sida 1/ });
    key('t');
    const field = await screen.findByRole('textbox', { name: 'Text på sidan' });
    expect(field).toHaveProperty('value', '<b>Måndag</b> 6,2\nTisdag 7,1');
    expect(field).toHaveProperty('readOnly', true);
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Nästa sida' }));
    expect(await screen.findByText(/Ingen text hittades på sidan/)).toBeTruthy();
  });

  it('says on the page what the picture may lack', async () => {
    const own = [
      'looksEmpty',
      'fieldsNotDrawn',
      'partsNotDrawn',
      'fontsMissing',
      'firstPictureOnly',
    ] as const satisfies PreviewFlag[];
    await preview({
      open_preview: withFlags('xfa', 'activeContent', 'pagesBeyondLimit'),
      page_text: ({ page: n }) => pageWords([], n === 1 ? [...own] : []),
    });
    fireEvent.load(await screen.findByRole('img', { name: /^Sida 1/ }));
    expect(await screen.findByText('Sidan kan vara ofullständig:')).toBeTruthy();
    const all = [...own, 'xfa', 'activeContent', 'pagesBeyondLimit'] as const;
    for (const flag of all) expect(await screen.findByText(t.cases.preview.flags[flag])).toBeTruthy();
    expect(screen.getByText(/Be invånaren skicka om/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    key('PageDown');
    fireEvent.load(page(2));
    expect(screen.getByText(t.cases.preview.flags.xfa)).toBeTruthy();
    for (const flag of [...own, 'activeContent', 'pagesBeyondLimit'] as const) {
      expect(screen.queryByText(t.cases.preview.flags[flag])).toBeNull();
    }
    key('End');
    expect(screen.getByText(t.cases.preview.flags.pagesBeyondLimit)).toBeTruthy();
  });

  it('says of an empty page that it is, and not that something may be missing', async () => {
    await preview({
      open_preview: withFlags('emptyPage'),
      page_text: ({ page: n }) => pageWords([], n === 1 ? ['emptyPage'] : []),
    });
    fireEvent.load(await screen.findByRole('img', { name: /^Sida 1/ }));
    expect(await screen.findByText('Sidan är tom.')).toBeTruthy();
    expect(screen.queryByText(/ofullständig/)).toBeNull();
    expect(screen.queryByText(/Be invånaren skicka om/)).toBeNull();
    expect(await violations()).toEqual([]);
    key('PageDown');
    fireEvent.load(page(2));
    expect(screen.queryByText('Sidan är tom.')).toBeNull();
  });

  it('folds its remarks into a line where the window is low, which opens by keyboard', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (media) =>
        Object.assign(new EventTarget(), { media, matches: media.includes('height') }) as MediaQueryList,
    );
    await preview({ open_preview: withFlags('xfa', 'activeContent') });
    expect(await screen.findByText(/ofullständig: 2 skäl/)).toBeTruthy();
    const reasons = screen.getByText(t.cases.preview.flags.xfa);
    expect(reasons.closest('[hidden]')).not.toBeNull();
    const more = screen.getByRole('button', { name: 'Visa mer' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(document.getElementById(more.getAttribute('aria-controls') ?? '')?.contains(reasons)).toBe(true);
    expect(await violations()).toEqual([]);
    act(() => more.focus());
    fireEvent.keyDown(more, { key: 'Enter' });
    fireEvent.keyUp(more, { key: 'Enter' });
    expect(reasons.closest('[hidden]')).toBeNull();
    expect(screen.getByRole('button', { name: 'Visa mindre' }).getAttribute('aria-expanded')).toBe('true');
  });

  it.each([
    ['timedOut', true],
    ['outOfMemory', false],
    ['badFile', false],
    ['unknownVariety', false],
    ['breach', false],
    ['violation', false],
    ['notConfined', false],
    ['renderer', true],
  ] satisfies [PreviewFault, boolean][])('says what to do when it fails: %s', async (fault, mayHelpAgain) => {
    const core = await preview({ open_preview: () => refuse({ code: 'previewFailed', fault }) });
    expect(await screen.findByText(t.cases.preview.faults[fault].title)).toBeTruthy();
    expect(screen.getByText(t.cases.preview.faults[fault].todo)).toBeTruthy();
    expect(await violations()).toEqual([]);
    const again = screen.queryByRole('button', { name: 'Försök igen' });
    expect(again !== null).toBe(mayHelpAgain);
    if (!again) return;
    core.answer({ open_preview: aPreview });
    fireEvent.click(again);
    expect(await screen.findByRole('img', { name: /^Sida 1/ })).toBeTruthy();
  });

  it('says that the attachment is purged, and does not offer to try again', async () => {
    await preview({ open_preview: () => refuse({ code: 'attachmentPurged' }) });
    expect(await screen.findByText('Bilagan är gallrad.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Försök igen' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Stäng förhandsgranskningen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('finds out why a page did not come, and opens the attachment anew at the same page', async () => {
    const core = await preview({ page_text: () => refuse({ code: 'previewFailed', fault: 'timedOut' }) });
    await screen.findByRole('img', { name: /^Sida 1/ });
    key('PageDown');
    fireEvent.error(page(2));
    expect(await screen.findByText('Sidan tog för lång tid att rita.')).toBeTruthy();
    core.answer({ open_preview: { ...aPreview, ticket: 'cd34' } });
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    const again = await screen.findByRole('img', { name: 'Sida 2 av 3' });
    expect(again.getAttribute('src')).toBe('/api/page/cd34/2?edge=1600');
    expect(core.asked('close_preview')).toEqual([{ ticket: 'ab12' }]);
  });
});

describe('a view', () => {
  it('stays among the pages and the sizes', () => {
    expect(edited(firstView, { edit: 'previous' }, 3)).toBe(firstView);
    expect(edited(firstView, { edit: 'go', page: 9 }, 3).page).toBe(3);
    let view = firstView;
    for (let n = 0; n < 20; n += 1) view = edited(view, { edit: 'larger' }, 3);
    expect(sizeOf(view.step)).toBe(4);
    for (let n = 0; n < 20; n += 1) view = edited(view, { edit: 'smaller' }, 3);
    expect(sizeOf(view.step)).toBe(0.5);
  });

  it('keeps the size but not the turn on the next page', () => {
    const turned = edited(edited(firstView, { edit: 'turn' }, 3), { edit: 'larger' }, 3);
    expect(edited(turned, { edit: 'next' }, 3)).toEqual({ ...turned, page: 2, turns: 0 });
  });

  it('leaves other keys alone', () => {
    expect(editOfKey('a')).toBeNull();
  });
});

describe('a picture', () => {
  const stage = { width: 800, height: 600 };
  const tall = { width: 1000, height: 2000 };

  it('fits the page or the width, also when it lies down', () => {
    expect(pictureSize(tall, stage, firstView)).toEqual({ width: 300, height: 600 });
    expect(pictureSize(tall, stage, { ...firstView, fit: 'width' })).toEqual({ width: 800, height: 1600 });
    expect(pictureSize(tall, stage, { ...firstView, turns: 1 })).toEqual({ width: 400, height: 800 });
  });

  it('is asked for as sharp as the screen can show, in steps and never beyond what is drawn', () => {
    expect(edgeFor({ width: 300, height: 600 }, 1)).toBe(1600);
    expect(edgeFor({ width: 900, height: 1800 }, 1)).toBe(2400);
    expect(edgeFor({ width: 900, height: 1800 }, 2)).toBe(3600);
    expect(edgeFor({ width: 9000, height: 18_000 }, 2)).toBe(8000);
  });
});
