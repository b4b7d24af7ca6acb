import type { ReactNode } from 'react';
import type { Language, Message } from '../bindings';
import { RadioGroup } from '../components/Choice';
import { nameOf } from '../form/languages';
import { t } from '../i18n/sv';

/** What stands for Swedish among the languages. */
const SWEDISH = 'sv';

export interface LanguageChoiceProps {
  readonly message: Message;
  /** Swedish when `null`. */
  readonly language: Language | null;
  readonly onChoose: (language: Language | null) => void;
}

/** The languages that a letter can be read in, each by its own name; nothing where there is Swedish only. */
export function LanguageChoice({ message, language, onChoose }: LanguageChoiceProps): ReactNode {
  const others = (message.languages ?? []).map((one) => one.language);
  if (others.length === 0) return null;
  return (
    <RadioGroup
      label={t.citizen.letter.language}
      options={[
        { value: SWEDISH, label: t.citizen.letter.swedish },
        ...others.map((one) => ({ value: one, label: <Own language={one} /> })),
      ]}
      value={language ?? SWEDISH}
      onChange={(chosen) => onChoose(others.find((one) => one === chosen) ?? null)}
      isRow
    />
  );
}

function Own({ language }: { readonly language: Language }): ReactNode {
  const { own, dir } = nameOf(language);
  return (
    <span lang={language} dir={dir}>
      {own}
    </span>
  );
}
