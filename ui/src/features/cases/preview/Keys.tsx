import type { ReactNode } from 'react';
import { Kbd } from '../../../components/Kbd';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';

/** The shortcuts, where there is room to show them. */
export function Keys({ hasPages }: { hasPages: boolean }): ReactNode {
  const { keyNames, keyWords, keys } = t.cases.preview;
  const ofPages: readonly (readonly [readonly string[], string])[] = [
    [keyNames.pages, keyWords.pages],
    [keyNames.ends, keyWords.ends],
  ];
  const shown: readonly (readonly [readonly string[], string])[] = [
    ...(hasPages ? ofPages : []),
    [[keyNames.larger, keyNames.smaller], keyWords.sizes],
    [[keyNames.reset], keyWords.reset],
    [[keyNames.pan], keyWords.pan],
    [[keyNames.turn], keyWords.turn],
    [[keyNames.text], keyWords.text],
    [[keyNames.insert], keyWords.insert],
    [[keyNames.keep], keyWords.keep],
    [[keyNames.close], keyWords.close],
  ];
  return (
    <ul className={styles.keys} aria-label={keys}>
      {shown.map(([names, does]) => (
        <li key={does}>
          {names.map((name) => (
            <Kbd key={name} keys={[name]} />
          ))}
          {does}
        </li>
      ))}
    </ul>
  );
}
