import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { Button, IconButton } from '../../../components/Button';
import { cx } from '../../../components/cx';
import { VisuallyHidden } from '../../../components/VisuallyHidden';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';
import { type Edit, sizeOf, type View } from './view';

export interface ToolsProps {
  readonly view: View;
  readonly pages: number;
  /** The id of the page's words, when they are shown. */
  readonly wordsId: string;
  readonly onEdit: (edit: Edit) => void;
}

/** Which page, how large, which way up. The keys do the same. */
export function Tools({ view, pages, wordsId, onEdit }: ToolsProps): ReactNode {
  const words = t.cases.preview;
  const percent = Math.round(sizeOf(view.step) * 100);
  return (
    <Toolbar aria-label={words.tools} className={cx(styles.tools)}>
      <div className={styles.group}>
        {pages > 1 && (
          <IconButton
            icon="chevronLeft"
            label={words.previous}
            isDisabled={view.page === 1}
            onPress={() => onEdit({ edit: 'previous' })}
          />
        )}
        <span className={styles.where} aria-live="polite">
          {words.page(view.page, pages)}
        </span>
        {pages > 1 && (
          <IconButton
            icon="chevronRight"
            label={words.next}
            isDisabled={view.page === pages}
            onPress={() => onEdit({ edit: 'next' })}
          />
        )}
      </div>
      <div className={styles.group}>
        <IconButton icon="remove" label={words.smaller} onPress={() => onEdit({ edit: 'smaller' })} />
        <span className={styles.size} aria-live="polite">
          <span aria-hidden="true">{words.size(percent)}</span>
          <VisuallyHidden>{words.sizeIs(percent)}</VisuallyHidden>
        </span>
        <IconButton icon="add" label={words.larger} onPress={() => onEdit({ edit: 'larger' })} />
        <IconButton
          icon="fitWidth"
          label={words.fitWidth}
          aria-pressed={view.fit === 'width'}
          onPress={() => onEdit({ edit: 'fit', fit: 'width' })}
        />
        <IconButton
          icon="fitPage"
          label={words.fitPage}
          aria-pressed={view.fit === 'page'}
          onPress={() => onEdit({ edit: 'fit', fit: 'page' })}
        />
        <IconButton icon="turn" label={words.turn} onPress={() => onEdit({ edit: 'turn' })} />
      </div>
      <Button
        size="small"
        icon="text"
        aria-expanded={view.isTextShown}
        {...(view.isTextShown ? { 'aria-controls': wordsId } : {})}
        onPress={() => onEdit({ edit: 'text' })}
      >
        {words.text}
      </Button>
    </Toolbar>
  );
}
