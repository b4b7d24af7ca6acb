import type { ReactNode } from 'react';
import type { Marking, SentCase } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { FailureBanner } from '../../components/FailureBanner';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { useFromTheTop } from '../../components/useFromTheTop';
import { useNow } from '../../components/useNow';
import { formatDateTime, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './SendPage.module.css';

export interface SentProps {
  readonly sent: SentCase;
  readonly marking: Marking;
  readonly onAgain: () => void;
  /** It was taken back before it lay in the inbox. */
  readonly onTaken: () => void;
}

function titleOf({ citizenName, scheduled, sent }: SentCase, isWaiting: boolean): string {
  const words = t.send.sent;
  if (scheduled) return words.scheduled(citizenName, formatDateTime(sent));
  return isWaiting ? words.leaving(citizenName) : words.title(citizenName);
}

interface TakeBackProps {
  readonly sent: SentCase;
  readonly seconds: number;
  readonly onTaken: () => void;
}

/** *Ångra*, as long as it is in no inbox: what was written is there to go on with. */
function TakeBack({ sent, seconds, onTaken }: TakeBackProps): ReactNode {
  const words = t.send.sent;
  const revoke = useAct('revoke_case');
  return (
    <>
      <Banner
        tone="info"
        title={sent.scheduled ? words.waits : words.undoable}
        actions={
          <Button
            icon="undo"
            isPending={revoke.isPending}
            onPress={() => revoke.mutate({ case: sent.case }, { onSuccess: onTaken })}
          >
            {words.undo}
          </Button>
        }
      >
        {/* For those who look: read aloud second by second it would drown all else. */}
        {!sent.scheduled && <p aria-hidden="true">{words.seconds(seconds)}</p>}
      </Banner>
      <FailureBanner failure={revoke.error?.failure ?? null} />
    </>
  );
}

/** It is saved and sent, and this is where it is found from now on. */
export function Sent({ sent, marking, onAgain, onTaken }: SentProps): ReactNode {
  const words = t.send.sent;
  const now = useNow(1_000);
  useFromTheTop();
  const left = Math.ceil((sent.sent - now) / 1_000);
  return (
    <Page title={titleOf(sent, left > 0)} width="reading">
      {left > 0 && <TakeBack sent={sent} seconds={left} onTaken={onTaken} />}
      <Card>
        <DefinitionList
          items={[
            { term: t.send.send.number, value: formatPersonNumber(sent.number) },
            { term: words.message, value: sent.heading },
            { term: sent.scheduled ? words.leavesAt : words.sentAt, value: formatDateTime(sent.sent) },
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
