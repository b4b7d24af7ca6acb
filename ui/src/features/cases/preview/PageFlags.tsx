import type { ReactNode } from 'react';
import type { PageWords, Preview, PreviewFlag } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';

export interface PageFlagsProps {
  readonly preview: Preview;
  readonly page: number;
  /** `null` while it is not known what the page itself lacks. */
  readonly words: PageWords | null;
}

/** What the picture of this page may lack, in words on the page. */
export function PageFlags({ preview, page, words }: PageFlagsProps): ReactNode {
  const flags = flagsOn(preview, page, words);
  if (flags.length === 0) return null;
  return (
    <div className={styles.flags}>
      <Banner tone="observe" title={`${t.cases.preview.incomplete}:`} isAnnounced>
        <ul>
          {flags.map((flag) => (
            <li key={flag}>{t.cases.preview.flags[flag]}</li>
          ))}
        </ul>
        <p>{t.cases.preview.flagsTodo}</p>
      </Banner>
    </div>
  );
}

/** The page's own, and of the document's those that matter here. */
function flagsOn(preview: Preview, page: number, words: PageWords | null): readonly PreviewFlag[] {
  const ofDocument = preview.flags.filter((flag) => {
    switch (flag) {
      case 'activeContent':
        return page === 1;
      case 'pagesBeyondLimit':
        return page === 1 || page === preview.pages;
      default:
        return true;
    }
  });
  return [...new Set([...ofDocument, ...(words?.flags ?? [])])];
}
