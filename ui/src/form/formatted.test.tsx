import { render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { describe, expect, it } from 'vitest';
import type { Message } from '../bindings';
import { violations } from '../testing/axe';
import { item, letterWith } from '../testing/fakeInbox';
import { FormattedText, FormattingOf } from './FormattedText';
import { LetterPreview } from './MessageView';

function show(content: ReactNode): void {
  render(
    <I18nProvider locale="sv-SE">
      <main>
        <h1>Sida</h1>
        {content}
      </main>
    </I18nProvider>,
  );
}

const all =
  'Kom **fastande** och *utvilad*.\n\n- pass\n- [1177](https://www.1177.se)\n\n1. ett\n2. [Ring](tel:112)';

describe('a text with marks', () => {
  it('leads out of the citizen’s page, beside it, and says so', async () => {
    show(
      <FormattingOf linksLead hasMarks>
        <FormattedText text={all} />
      </FormattingOf>,
    );
    expect(screen.getByText('fastande').tagName).toBe('STRONG');
    expect(screen.getByText('utvilad').tagName).toBe('EM');
    expect(screen.getAllByRole('list').map((list) => list.tagName)).toEqual(['UL', 'OL']);
    const page = screen.getByRole('link', { name: '1177 (öppnas i ny flik)' });
    expect(page.getAttribute('href')).toBe('https://www.1177.se');
    expect([page.getAttribute('target'), page.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
    const call = screen.getByRole('link', { name: 'Ring' });
    expect([call.getAttribute('href'), call.getAttribute('target')]).toEqual(['tel:112', null]);
    expect(await violations()).toEqual([]);
  });

  it('leads nowhere out of the staff’s window, and tells where the citizen would come', async () => {
    show(<FormattedText text={all} isMarked />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('(https://www.1177.se)')).toBeTruthy();
    expect(screen.getByText('(112)')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('makes no element of what is written', () => {
    show(<FormattedText text={'<img src=x onerror=alert(1)> [x](javascript:alert(1)) <b>y</b>'} isMarked />);
    expect(screen.getByText('<img src=x onerror=alert(1)> [x](javascript:alert(1)) <b>y</b>')).toBeTruthy();
    expect(document.querySelector('img, b, a')).toBeNull();
  });
});

describe('a message', () => {
  const letter = (change: Partial<Message>): void => {
    const form = [
      { ...item('info', '**Läs** detta', { type: 'information' }), help: '' },
      { ...item('yes', 'Har du **ont**?', { type: 'yesNo' }), help: 'Svara *ärligt*' },
      { ...item('more', '**Mer** om det\n- ett', { type: 'information', style: 'foldable' }), help: '' },
    ];
    const { message } = letterWith(form, {});
    show(
      <LetterPreview
        message={{ ...message, paragraphs: ['**Hej** du', '**Järn**'], ...change }}
        limits={{ maxBytes: 1, maxFiles: 1 }}
      />,
    );
  };
  const strong = (): (string | null)[] =>
    [...document.querySelectorAll('strong, em')].map((one) => one.textContent);

  it('has marks where the administrator wrote, never where the handler did, and none in questions', async () => {
    letter({ marked: [0] });
    expect(strong()).toEqual(['Hej', 'Läs', 'ärligt']);
    expect(screen.getByText('**Järn**')).toBeTruthy();
    expect(screen.getByText('Har du **ont**?')).toBeTruthy();
    expect(within(screen.getByRole('article')).getByRole('button', { name: 'Mer om det' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('that was sent before there were marks reads as it did', () => {
    letter({});
    expect(strong()).toEqual([]);
    expect(screen.getByText('**Hej** du')).toBeTruthy();
    expect(screen.getByText('**Läs** detta')).toBeTruthy();
    expect(screen.getByText('Svara *ärligt*')).toBeTruthy();
  });
});
