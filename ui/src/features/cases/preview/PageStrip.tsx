import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { cx } from '../../../components/cx';
import { t } from '../../../i18n/sv';
import { pageUrl } from '../../../platform';
import styles from './PageStrip.module.css';

/** Longest edge of a small picture, in pixels: twice its place, for dense screens. */
const EDGE = 256;

export interface PageStripProps {
  readonly ticket: string;
  readonly pages: number;
  readonly page: number;
  readonly onGo: (page: number) => void;
}

/** All pages, small, to go to one of them. Each is drawn first when it is scrolled to. */
export function PageStrip({ ticket, pages, page, onGo }: PageStripProps): ReactNode {
  return (
    <ListBox
      aria-label={t.cases.preview.pages}
      className={cx(styles.strip)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[page]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        if (typeof key === 'number') onGo(key);
      }}
    >
      {Array.from({ length: pages }, (_, at) => at + 1).map((one) => (
        <ListBoxItem
          key={one}
          id={one}
          textValue={t.cases.preview.onlyPage(one)}
          aria-label={t.cases.preview.onlyPage(one)}
          className={cx(styles.page)}
        >
          <img src={pageUrl(ticket, one, EDGE)} alt="" loading="lazy" draggable={false} />
          <span>{one}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
