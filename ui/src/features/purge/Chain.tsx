import type { ReactNode } from 'react';
import type { ChainVerdict } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './purge.module.css';

const words = t.purge;

/** *Kontrollera kedjan*, and what came of it. */
export function Chain(): ReactNode {
  const check = useAct('check_receipts');
  return (
    <>
      <ButtonRow>
        <Button icon="check" isPending={check.isPending} onPress={() => check.mutate(null)}>
          {words.check}
        </Button>
      </ButtonRow>
      {check.data && <Verdict verdict={check.data} />}
      <FailureBanner failure={check.error?.failure ?? null} />
    </>
  );
}

function Verdict({ verdict }: { verdict: ChainVerdict }): ReactNode {
  switch (verdict.verdict) {
    case 'whole':
      return (
        <Banner tone="success" title={words.whole(verdict.receipts)} isAnnounced>
          <p>
            {words.head}: <code className={styles.code}>{verdict.head}</code>
          </p>
        </Banner>
      );
    case 'broken':
      return (
        <Banner tone="error" title={words.broken(verdict.line)} isAnnounced>
          <p>{words.faults[verdict.fault]}</p>
          <p>{words.untrusted}</p>
        </Banner>
      );
    case 'cutOff':
      return (
        <Banner tone="error" title={words.cutOff} isAnnounced>
          <p>{words.untrusted}</p>
        </Banner>
      );
  }
}
