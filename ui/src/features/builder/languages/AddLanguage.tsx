import { type ReactNode, useState } from 'react';
import type { Language } from '../../../bindings';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/Select';
import { languages, nameOf } from '../../../form/languages';
import { t } from '../../../i18n/sv';
import styles from './Languages.module.css';

export interface AddLanguageProps {
  /** Those that the template has. */
  readonly taken: readonly Language[];
  readonly onAdd: (language: Language) => void;
}

/** A language to begin, among those that the template has not. */
export function AddLanguage({ taken, onAdd }: AddLanguageProps): ReactNode {
  const words = t.languages;
  const [chosen, choose] = useState<Language | null>(null);
  const left = languages.filter((one) => !taken.includes(one));
  if (left.length === 0) return null;
  return (
    <div className={styles.add}>
      <Select
        label={words.another}
        description={words.anotherHelp}
        options={left.map((one) => ({ value: one, label: `${nameOf(one).swedish} – ${nameOf(one).own}` }))}
        value={chosen}
        onChange={choose}
      />
      <Button
        icon="add"
        isDisabled={chosen === null}
        onPress={() => {
          if (chosen !== null) onAdd(chosen);
          choose(null);
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}
