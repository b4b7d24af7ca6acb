import type { ReactNode } from 'react';
import type { Marking, SentCase } from '../../bindings';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { useFromTheTop } from '../../components/useFromTheTop';
import { formatDateTime, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './SendPage.module.css';

export interface SentProps {
  readonly sent: SentCase;
  readonly marking: Marking;
  readonly onAgain: () => void;
}

/** It is saved and sent, and this is where it is found from now on. */
export function Sent({ sent, marking, onAgain }: SentProps): ReactNode {
  const words = t.send.sent;
  useFromTheTop();
  return (
    <Page title={words.title(sent.citizenName)} width="reading">
      <Card>
        <DefinitionList
          items={[
            { term: t.send.send.number, value: formatPersonNumber(sent.number) },
            { term: words.message, value: sent.heading },
            { term: words.sentAt, value: formatDateTime(sent.sent) },
          ]}
        />
      </Card>
      <Card title={words.where}>
        <DefinitionList
          items={[
            { term: words.mine, value: words.mineHelp },
            { term: words.unit, value: words.unitHelp },
          ]}
        />
      </Card>
      <Card title={words.marks}>
        <p className={styles.mark}>
          <span className={styles.letter} aria-hidden="true">
            {t.marks.read.letter}
          </span>
          {words.read}
        </p>
        {marking === 'question' ? (
          <p className={styles.mark}>
            <span className={styles.letter} aria-hidden="true">
              {t.marks.replied.letter}
            </span>
            {words.replied}
          </p>
        ) : (
          <p className={styles.help}>{words.noReply}</p>
        )}
      </Card>
      <ButtonRow>
        <Link href={to(paths.myCases)} look="button">
          {words.toMine}
        </Link>
        <Button icon="send" onPress={onAgain}>
          {words.again}
        </Button>
      </ButtonRow>
    </Page>
  );
}
