import { describe, expect, it } from 'vitest';
import type { TemplateContent, Unit } from '../../../bindings';
import table from '../../../bindings/languages.json';
import cases from '../../../bindings/texts.json';
import { inLanguage, languages, nameOf } from '../../../form/languages';
import { differencesInWords } from '../life/differences';
import { messageOf } from '../message';
import { placeNames } from './names';
import { type CitizenText, stateOf, type TextState, textsOf } from './texts';

/** Made by the core, which alone says what there is to translate. */
interface Case {
  readonly content: TemplateContent;
  readonly texts: readonly CitizenText[];
  readonly states: readonly (readonly TextState[])[];
}
const known = cases as unknown as readonly Case[];

const unit: Unit = {
  id: 'u',
  name: 'Exempelmottagningen',
  hsaId: 'SE2321000016-EX01',
  contact: 'Ring oss.',
  retention: { attachmentHours: 72, copyHours: 24 },
  secureFolder: '',
  approval: false,
  example: true,
};

/** Every text in a value, however deep. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('what there is to translate', () => {
  it.each(known.map((one, at) => [at, one] as const))('is what the core says, case %i', (_, one) => {
    expect(textsOf(one.content)).toEqual(one.texts);
    const states = (one.content.translations ?? []).map((translation) =>
      one.texts.map((text) => stateOf(translation, text)),
    );
    expect(states).toEqual(one.states);
  });

  it('has a name each on the screen', () => {
    for (const { content, texts } of known) {
      const names = texts.map(({ place }) => placeNames(content)(place));
      expect(names.filter((name) => name === '' || / 0$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(placeNames(known[0]?.content ?? { ...emptied })('item/gone/help')).toBe('');
  });
});

const emptied: TemplateContent = {
  name: '',
  handlerInstruction: '',
  purpose: '',
  answerUse: '',
  contact: '',
  body: [],
  answerable: true,
  form: [],
};

describe('a message in another language', () => {
  it('has nothing left in Swedish but what the handler writes', () => {
    const [rich] = known;
    if (!rich) throw new Error('no case');
    const swedish = messageOf(rich.content, unit);
    const tigrinya = inLanguage(swedish, 'ti');
    const own = ({ languages: _, ...rest }: typeof swedish): readonly string[] =>
      wordsIn(rest).filter((word) => word.startsWith('§'));
    expect(own(swedish).length).toBeGreaterThan(60);
    expect(own(tigrinya)).toEqual(own(swedish).map((word) => `${word}!`));
    expect(inLanguage(swedish, 'ar')).toBe(swedish);
  });
});

describe('the languages', () => {
  it('are those of the core, with names and directions', () => {
    expect(languages).toEqual(table.map(({ tag }) => tag));
    expect(nameOf('ar')).toEqual({ swedish: 'Arabiska', own: 'العربية', dir: 'rtl' });
    expect(nameOf('so').dir).toBe('ltr');
  });
});

describe('what differs between two versions', () => {
  it('names the language and the text', () => {
    const form = ['a', 'b'].map((id) => ({
      id,
      text: id,
      help: '',
      required: true,
      kind: { type: 'yesNo' as const },
    }));
    const of = (text: string): TemplateContent => ({
      ...emptied,
      form,
      translations: [{ language: 'ar', texts: { 'item/b': { text, of: 'b' } } }],
    });
    const told = differencesInWords({
      before: of('ب'),
      after: of('باء'),
      differences: [
        { difference: 'translated', language: 'ar', place: 'item/b', became: 'changed' },
        { difference: 'translated', language: 'ar', place: 'item/gone', became: 'removed' },
        { difference: 'language', language: 'so', became: 'added' },
      ],
    });
    expect(told).toEqual([
      {
        title: 'Arabiska: översättningen av fråga 2 är ändrad',
        lines: [{ label: '', before: 'ب', after: 'باء' }],
      },
      { title: 'Arabiska: översättningen av en text som inte finns kvar är borttagen', lines: [] },
      { title: 'Språket somaliska är tillagt', lines: [] },
    ]);
  });
});
