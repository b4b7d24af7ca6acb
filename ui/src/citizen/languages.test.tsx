import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Providers } from '../app/Providers';
import type { Item } from '../bindings';
import { violations } from '../testing/axe';
import { FakeInbox, item, letterWith } from '../testing/fakeInbox';
import { Citizen } from './Citizen';

async function openLetter(inbox: FakeInbox): Promise<void> {
  window.location.hash = '/meddelande/letter-1';
  inbox.signedIn = 'Tolvan Tolvansson';
  render(
    <Providers>
      <Citizen api={inbox} />
    </Providers>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Inför ditt besök' });
}

const heading = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const question = item('yesNo', 'Har du ont?', { type: 'yesNo' });

describe('a letter in several languages', () => {
  const inbox = new FakeInbox();
  const said: Item = item('why', 'Varför?', { type: 'longText', maxLength: 50 });
  const chosen: Item = item('often', 'Hur ofta?', {
    type: 'singleChoice',
    options: [
      { id: 'daily', text: 'Varje dag' },
      { id: 'seldom', text: 'Mer sällan' },
    ],
  });
  const letter = letterWith([question, said, chosen]);
  inbox.letter = {
    ...letter,
    message: {
      ...letter.message,
      paragraphs: ['Hej!', 'Järn 100 mg'],
      languages: [
        {
          language: 'ar',
          paragraphs: ['مرحبا!', null],
          texts: {
            name: 'قبل زيارتك',
            purpose: 'لديك موعد.',
            answerUse: 'نقرأ الإجابات.',
            contact: 'اتصل بنا.',
            'item/yesNo': 'هل تتألم؟',
            'item/why': 'لماذا؟',
            'item/often': 'كم مرة؟',
            'item/often/option/daily': 'كل يوم',
            'item/often/option/seldom': 'نادرًا',
            yes: 'نعم',
            no: 'لا',
          },
        },
      ],
    },
  };

  it('is read in the one that is chosen, and what was written stays', async () => {
    await openLetter(inbox);
    fireEvent.change(screen.getByRole('textbox', { name: /Varför/ }), { target: { value: 'För att' } });
    fireEvent.click(screen.getByRole('radio', { name: 'العربية' }));
    expect(heading()).toBe('قبل زيارتك');
    const why = screen.getByRole('textbox', { name: /لماذا/ });
    expect(why instanceof HTMLTextAreaElement && why.value).toBe('För att');
    expect(screen.getByText('مرحبا!').closest('[lang]')?.getAttribute('lang')).toBe('ar');
    expect(screen.getByText('مرحبا!').closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    expect(screen.getByText('Järn 100 mg').closest('[lang]')?.getAttribute('lang')).toBe('sv');
    expect(screen.getByRole('button', { name: 'Skicka svar' }).closest('[dir]')?.getAttribute('dir')).toBe(
      'rtl',
    );
    expect(screen.getByRole('button', { name: 'Skicka svar' }).closest('[lang]')).toBeNull();
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: 'نعم' }));
    fireEvent.click(screen.getByRole('radio', { name: 'كل يوم' }));
    fireEvent.click(screen.getByRole('button', { name: 'Skicka svar' }));
    await screen.findByRole('heading', { level: 1, name: 'Tack för ditt svar' });
    expect(inbox.sent).toEqual([
      {
        yesNo: { type: 'yesNo', value: true },
        why: { type: 'text', value: 'För att' },
        often: { type: 'choice', value: 'daily' },
      },
    ]);
    expect(screen.getByText('نعم').getAttribute('lang')).toBe('ar');
  });

  it('goes back to Swedish', async () => {
    await openLetter(inbox);
    fireEvent.click(screen.getByRole('radio', { name: 'العربية' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Svenska' }));
    expect(heading()).toBe('Inför ditt besök');
    expect(document.querySelector('[dir="rtl"]:not(span)')).toBeNull();
  });
});
