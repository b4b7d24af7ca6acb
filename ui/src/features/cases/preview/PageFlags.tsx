import { type ReactNode, useId, useState } from 'react';
import type { PageWords, Preview, PreviewFlag } from '../../../bindings';
import { Banner, type BannerTone } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { useMedia } from '../../../components/useMedia';
import { t } from '../../../i18n/sv';
import styles from './Preview.module.css';

/** As in Preview.module.css: here a line more is a line less of the page. */
const LOW = '(height < 40rem)';

export interface PageFlagsProps {
  readonly preview: Preview;
  readonly page: number;
  /** `null` while it is not known what the page itself lacks. */
  readonly words: PageWords | null;
}

/** What the picture of this page may lack, in words on the page; and that a page which looks empty is. */
export function PageFlags({ preview, page, words }: PageFlagsProps): ReactNode {
  const flags = flagsOn(preview, page, words);
  const lacks = flags.filter((flag) => flag !== 'emptyPage');
  const { emptyPage, incomplete, because, flagsTodo } = t.cases.preview;
  if (flags.length === 0) return null;
  return (
    <div className={styles.flags}>
      {flags.length > lacks.length && (
        <Remark tone="info" title={emptyPage.title} short={emptyPage.title}>
          <p>{emptyPage.text}</p>
        </Remark>
      )}
      {lacks.length > 0 && (
        <Remark tone="observe" title={`${incomplete}:`} short={`${incomplete}: ${because(lacks.length)}`}>
          <ul>
            {lacks.map((flag) => (
              <li key={flag}>{t.cases.preview.flags[flag]}</li>
            ))}
          </ul>
          <p>{flagsTodo}</p>
        </Remark>
      )}
    </div>
  );
}

interface RemarkProps {
  readonly tone: BannerTone;
  readonly title: string;
  /** While the rest is folded away. */
  readonly short: string;
  readonly children: ReactNode;
}

/** In a low window one line, which opens; otherwise open from the start. */
function Remark({ tone, title, short, children }: RemarkProps): ReactNode {
  const isLow = useMedia(LOW);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const id = useId();
  const isOpen = chosen ?? !isLow;
  return (
    <Banner
      tone={tone}
      isAnnounced
      title={
        <span className={styles.remark}>
          {isOpen ? title : short}
          {isLow && (
            <Button
              size="small"
              tone="quiet"
              aria-expanded={isOpen}
              aria-controls={id}
              onPress={() => setChosen(!isOpen)}
            >
              {isOpen ? t.cases.preview.flagsLess : t.cases.preview.flagsMore}
            </Button>
          )}
        </span>
      }
    >
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </Banner>
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
      // Which page is empty, each page says for itself.
      case 'emptyPage':
        return false;
      default:
        return true;
    }
  });
  return [...new Set([...ofDocument, ...(words?.flags ?? [])])];
}
