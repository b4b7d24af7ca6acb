import type { ReactNode } from 'react';
import { Badge } from '../../components/Badge';
import { Section } from '../../components/Page';
import { Table } from '../../components/Table';
import { t } from '../../i18n/sv';
import styles from './citizens.module.css';

const words = t.citizens.importing;

/** What a file must look like. */
export function Columns(): ReactNode {
  return (
    <Section title={words.columnsTitle}>
      <p>{words.columnsLead}</p>
      <p>{words.kept}</p>
      <Table
        caption={words.columnsCaption}
        isCaptionHidden
        rows={words.columns}
        rowKey={(column) => column.heading}
        columns={[
          {
            id: 'heading',
            heading: words.columnHeads.column,
            isNarrow: true,
            cell: ({ heading }) => <code className={styles.code}>{heading}</code>,
          },
          {
            id: 'needed',
            heading: words.columnHeads.needed,
            isNarrow: true,
            cell: ({ needed }) => (
              <Badge tone={needed ? 'accent' : 'neutral'}>{needed ? words.needed : words.optional}</Badge>
            ),
          },
          { id: 'content', heading: words.columnHeads.content, cell: ({ content }) => content },
        ]}
      />
      <figure className={styles.sample}>
        <figcaption>{words.sample}</figcaption>
        <pre className={styles.code}>{words.sampleText}</pre>
      </figure>
    </Section>
  );
}
