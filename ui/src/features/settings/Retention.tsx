import { type ReactNode, useState } from 'react';
import type { DecisionView } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Badge } from '../../components/Badge';
import { Button, ButtonRow } from '../../components/Button';
import { Section } from '../../components/Page';
import { type Column, Table } from '../../components/Table';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { DecisionDialog } from './DecisionDialog';
import styles from './settings.module.css';

const words = t.settings.retention;

/** *Gallringsbeslut*: the history of what the unit has decided, and the way to the next decision. */
export function Retention(): ReactNode {
  const asked = useCommand('list_retention', null);
  const now = useNow();
  const [isDeciding, setDeciding] = useState(false);
  return (
    <Section title={words.title}>
      <p>{words.lead}</p>
      <Answered asked={asked} waiting={words.waiting}>
        {({ decisions, bounds }) => (
          <>
            <ButtonRow>
              <Button icon="add" onPress={() => setDeciding(true)}>
                {words.make}
              </Button>
            </ButtonRow>
            <Table
              caption={words.caption}
              isCaptionHidden
              rows={decisions}
              rowKey={({ decision }) => decision.id}
              columns={columns(now)}
            />
            {isDeciding && <DecisionDialog bounds={bounds} onClose={() => setDeciding(false)} />}
          </>
        )}
      </Answered>
    </Section>
  );
}

function columns(now: number): Column<DecisionView>[] {
  return [
    {
      id: 'name',
      heading: words.columns.name,
      cell: ({ decision, inForce }) => (
        <>
          {decision.name} {inForce && <Badge tone="success">{words.inForce}</Badge>}
          {!inForce && <Badge>{decision.validFrom > now ? words.upcoming : words.earlier}</Badge>}
          {decision.appliedToKept && <span className={styles.under}>{words.applied}</span>}
        </>
      ),
    },
    {
      id: 'kind',
      heading: words.columns.kind,
      cell: ({ decision }) => words.kinds[decision.kind].word,
    },
    {
      id: 'hours',
      heading: words.columns.hours,
      cell: ({ decision }) => (
        <>
          <span className={styles.when}>{words.hoursOf(decision.hours)}</span>
          <span className={styles.under}>{words.kinds[decision.kind].start}</span>
        </>
      ),
    },
    {
      id: 'decided',
      heading: words.columns.decided,
      cell: ({ decision, decider }) => (
        <>
          <span className={styles.when}>{formatDateTimeBriefly(decision.decided, now)}</span>
          <span className={styles.under}>{decider ?? words.byNobody}</span>
        </>
      ),
    },
    {
      id: 'valid',
      heading: words.columns.valid,
      cell: ({ decision }) => (
        <span className={styles.when}>{formatDateTimeBriefly(decision.validFrom, now)}</span>
      ),
    },
  ];
}
