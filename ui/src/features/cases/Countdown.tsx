import type { ReactNode } from 'react';
import type { Timestamp } from '../../bindings';
import { Icon } from '../../components/Icon';
import { formatDateTimeBriefly, formatTimeLeft } from '../../i18n/format';
import { t } from '../../i18n/sv';
import styles from './Attachments.module.css';

const HOUR = 3_600_000;

/** "Gallras om 71 tim", with the moment itself for those who ask. In the last hour it asks for attention, in words too. */
export function Countdown({ expires, now }: { expires: Timestamp; now: number }): ReactNode {
  const words = t.cases.attachments;
  const left = formatTimeLeft(expires, now);
  const isSoon = expires - now < HOUR;
  return (
    <span
      className={styles.deadline}
      data-soon={isSoon || undefined}
      title={words.deadline(formatDateTimeBriefly(expires, now))}
    >
      <Icon name={isSoon ? 'observe' : 'clock'} size={16} />
      {isSoon && `${words.soon} `}
      {left === null ? words.purgedNow : words.purgedIn(left)}
    </span>
  );
}
