import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LetterRow } from '../bindings';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { Icon } from '../components/Icon';
import { Page } from '../components/Page';
import { Spinner } from '../components/Progress';
import { formatDate } from '../i18n/format';
import { t } from '../i18n/sv';
import { to } from '../route/hash';
import { FailureBanner } from './FailureBanner';
import styles from './InboxPage.module.css';
import { useInbox } from './inboxContext';
import { failureOf } from './refusal';
import { useTitle } from './useTitle';

/** The citizen's letters. */
export function InboxPage(): ReactNode {
  useTitle(t.citizen.titles.inbox);
  const { api } = useInbox();
  // Nobody tells this page when a letter comes, so it asks whenever it is shown or looked at again.
  const letters = useQuery<LetterRow[], Error>({
    queryKey: ['letters'],
    queryFn: api.letters,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const unread = letters.data?.filter((letter) => letter.unread).length;
  return (
    <Page
      title={t.citizen.inbox}
      lead={unread === undefined ? undefined : t.citizen.list.unreadCount(unread)}
      width="reading"
    >
      {letters.isPending && <Spinner />}
      {letters.isError && (
        <FailureBanner
          failure={failureOf(letters.error)}
          actions={<Button onPress={() => void letters.refetch()}>{t.common.tryAgain}</Button>}
        />
      )}
      {letters.data?.length === 0 && (
        <EmptyState icon="inbox" title={t.citizen.list.empty}>
          <p>{t.citizen.list.emptyWords}</p>
        </EmptyState>
      )}
      {letters.data && letters.data.length > 0 && (
        <ul className={styles.letters} aria-label={t.citizen.list.label}>
          {letters.data.map((letter) => (
            <Row key={letter.case} letter={letter} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ letter }: { letter: LetterRow }): ReactNode {
  return (
    <li className={styles.row} data-unread={letter.unread || undefined}>
      <a href={to(`/meddelande/${letter.case}`)} className={styles.link}>
        <span className={styles.top}>
          <span className={styles.unit}>{letter.unitName}</span>
          <span className={styles.when}>{formatDate(letter.sent)}</span>
        </span>
        <span className={styles.heading}>{letter.heading}</span>
        <span className={styles.state}>
          {letter.unread && <Badge tone="accent">{t.citizen.list.unread}</Badge>}
          <span>{stateOf(letter)}</span>
        </span>
      </a>
      <Icon name="chevronRight" />
    </li>
  );
}

function stateOf(letter: LetterRow): string {
  if (letter.answered !== null) return t.citizen.list.answered(formatDate(letter.answered));
  if (letter.closed !== null && letter.answerable) return t.citizen.list.closed;
  return letter.answerable ? t.citizen.list.awaiting : t.citizen.list.information;
}
