import { memo, type ReactNode } from 'react';
import { Button } from '../../components/Button';
import { t } from '../../i18n/sv';
import { PaletteItem } from '../../reorder/PaletteItem';
import styles from './Editor.module.css';
import { kinds } from './make';
import { fieldId } from './problems';

/** Every kind of question, to press or to drag, and the way to the bank. */
export const Palette = memo(function Palette({ onFetch }: { readonly onFetch: () => void }): ReactNode {
  const words = t.builder.form;
  return (
    <div className={styles.palette} id={fieldId.form}>
      <div className={styles.paletteHead}>
        <span className={styles.label}>{words.palette}</span>
        <span className={styles.help}>{words.paletteHelp}</span>
        <Button size="small" tone="quiet" icon="register" onPress={onFetch}>
          {t.bank.fetchAct}
        </Button>
      </div>
      <ul className={styles.paletteKinds} aria-label={words.palette}>
        {kinds.map((kind) => (
          <li key={kind}>
            <PaletteItem kind={kind} name={words.kinds[kind]} icon={null} />
          </li>
        ))}
      </ul>
    </div>
  );
});
