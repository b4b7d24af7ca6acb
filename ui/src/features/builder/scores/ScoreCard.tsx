import { memo, type ReactNode } from 'react';
import type { Edit, PublishProblem, ScoreRange, ScoreSpan, TemplateContent } from '../../../bindings';
import { Button, IconButton } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { type Column, Table } from '../../../components/Table';
import { TextField } from '../../../components/TextField';
import { showToast } from '../../../components/Toast';
import { VisuallyHidden } from '../../../components/VisuallyHidden';
import { t } from '../../../i18n/sv';
import styles from '../Editor.module.css';
import { scoreIn } from '../OptionsEditor';
import { type FindingText, faultOf, fieldId } from '../problems';
import { useFocusAfter } from '../useFocusAfter';
import { WholeNumberField } from '../WholeNumberField';
import { fillGaps, rangeAfter } from './gaps';

export interface ScoreCardProps {
  readonly content: TemplateContent;
  /** Between which sums the answers can come, as the core last said. */
  readonly span: ScoreSpan | null;
  readonly problems: readonly PublishProblem[];
  readonly edit: (edit: Edit) => void;
  readonly faults: readonly FindingText[];
}

/** *Poäng*: between what the sum can come, and what parts of it are called. There where something gives points. */
export const ScoreCard = memo(function ScoreCard(props: ScoreCardProps): ReactNode {
  const { content, span, problems, edit, faults } = props;
  const words = t.scores;
  const focusAfter = useFocusAfter();
  const ranges = content.scoreRanges ?? [];
  if (span === null && ranges.length === 0) return null;
  const change = (range: ScoreRange): void => edit({ edit: 'changeScoreRange', range });
  const add = (): void => {
    const range = rangeAfter(ranges, span);
    edit({ edit: 'addScoreRange', range, at: ranges.length });
    focusAfter(fieldId.scoreRange(range.id));
  };
  const remove = (range: ScoreRange, at: number): void => {
    edit({ edit: 'removeScoreRange', id: range.id });
    showToast({
      text: words.removed(nameOf(range, at)),
      onUndo: () => edit({ edit: 'addScoreRange', range, at }),
    });
    const neighbour = ranges[at + 1] ?? ranges[at - 1];
    focusAfter(neighbour ? fieldId.scoreRange(neighbour.id) : fieldId.scores);
  };
  const fill = fillGaps(problems, content);
  const columns: readonly Column<ScoreRange>[] = [
    {
      id: 'name',
      heading: words.columns.name,
      cell: (range) => (
        <TextField
          id={fieldId.scoreRange(range.id)}
          label={<VisuallyHidden>{words.nameOf(ranges.indexOf(range) + 1)}</VisuallyHidden>}
          value={range.name}
          onChange={(name) => change({ ...range, name })}
          error={faultOf(faults, fieldId.scoreRange(range.id))}
        />
      ),
    },
    {
      id: 'from',
      heading: words.columns.from,
      isNarrow: true,
      cell: (range) => (
        <WholeNumberField
          label={<VisuallyHidden>{words.fromOf(nameOf(range, ranges.indexOf(range)))}</VisuallyHidden>}
          value={range.from}
          read={scoreIn}
          onChange={(from) => change({ ...range, from })}
          fault={words.notWhole}
        />
      ),
    },
    {
      id: 'to',
      heading: words.columns.to,
      isNarrow: true,
      cell: (range) => (
        <WholeNumberField
          label={<VisuallyHidden>{words.toOf(nameOf(range, ranges.indexOf(range)))}</VisuallyHidden>}
          value={range.to}
          read={scoreIn}
          onChange={(to) => change({ ...range, to })}
          fault={words.notWhole}
        />
      ),
    },
    {
      id: 'acts',
      heading: words.columns.acts,
      isHeadingHidden: true,
      isNarrow: true,
      align: 'end',
      cell: (range) => {
        const at = ranges.indexOf(range);
        return (
          <IconButton
            icon="trash"
            label={words.remove(nameOf(range, at))}
            onPress={() => remove(range, at)}
          />
        );
      },
    },
  ];
  return (
    <Card title={words.heading}>
      <div className={styles.more}>
        <p className={styles.help}>{words.lead}</p>
        <p>{span === null ? words.nothingCounts : words.span(span.lowest, span.highest)}</p>
        {ranges.length > 0 && (
          <Table
            caption={words.ranges}
            isCaptionHidden
            columns={columns}
            rows={ranges}
            rowKey={(range) => range.id}
          />
        )}
        <div className={styles.optionAdds}>
          <Button id={fieldId.scores} size="small" icon="add" onPress={add}>
            {words.add}
          </Button>
          {fill && (
            <Button
              size="small"
              icon="check"
              onPress={() => {
                edit(fill.edit);
                focusAfter(fieldId.scoreRange(fill.first));
              }}
            >
              {words.fill(fill.said)}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
});

function nameOf({ name }: ScoreRange, at: number): string {
  return t.scores.named(name.trim(), at + 1);
}
