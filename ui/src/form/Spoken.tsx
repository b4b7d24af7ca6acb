import { createContext, type ReactNode, useContext } from 'react';
import type { Language, Message, MessageLanguage } from '../bindings';
import type { LanguageOfWords } from '../components/Field';
import { t } from '../i18n/sv';
import { nameOf, placeOf } from './languages';
import styles from './Spoken.module.css';

/** In which language a message is read. */
interface Spoken {
  /** Of an element whose words are translated; nothing while all is Swedish. */
  readonly words: LanguageOfWords;
  readonly yes: string;
  readonly no: string;
  /** The attributes of a paragraph, counted from 0: the handler's own words are Swedish in every language. */
  readonly paragraph: (at: number) => LanguageOfWords;
}

const swedish: Spoken = { words: {}, yes: t.form.yes, no: t.form.no, paragraph: () => ({}) };

const SpokenContext = createContext(swedish);

/** How a message is read by whoever shows it. */
export function useSpoken(): Spoken {
  return useContext(SpokenContext);
}

export interface SpokenInProps {
  readonly message: Message;
  /** One of the message's; Swedish when `null`, or when it has no such. */
  readonly language: Language | null;
  readonly children: ReactNode;
}

/**
 * Around a message in one of its languages. It is laid out in the direction of the language; only what is translated is marked as
 * such, since the page's own words are Swedish.
 */
export function SpokenIn({ message, language, children }: SpokenInProps): ReactNode {
  const of = message.languages?.find((one) => one.language === language);
  const spoken = of ? spokenOf(of) : swedish;
  // The same elements in every language: what is written in the form stays in it when another is chosen.
  return (
    <SpokenContext value={spoken}>
      <div dir={spoken.words.dir} className={styles.spoken}>
        {children}
      </div>
    </SpokenContext>
  );
}

function spokenOf({ language, paragraphs, texts }: MessageLanguage): Spoken {
  const words = { lang: language, dir: nameOf(language).dir };
  return {
    words,
    yes: texts[placeOf.yes] ?? swedish.yes,
    no: texts[placeOf.no] ?? swedish.no,
    paragraph: (at) => (paragraphs[at] == null ? { lang: 'sv', dir: 'ltr' } : words),
  };
}

/** Words of the message, marked with their language. */
export function Said({ children }: { readonly children: ReactNode }): ReactNode {
  const { words } = useSpoken();
  return words.lang === undefined ? children : <span {...words}>{children}</span>;
}
