import { type ReactNode, useState } from 'react';
import type { AffectedItem, RetentionBound, RetentionPreview, RetentionProposal } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Checkbox, RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { ErrorSummary } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { type Column, Table } from '../../components/Table';
import { DateField, TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { type Draft, draftFaults, firstDraft, decisionIds as ids, proposalOf } from './decision';
import { HoursField } from './HoursField';

const words = t.settings.retention;
const FORM = 'retention-decision';

/** First what is to be decided, then exactly what would happen, and only then the decision. */
export function DecisionDialog({
  bounds,
  onClose,
}: {
  bounds: readonly RetentionBound[];
  onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>(firstDraft);
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<{ proposal: RetentionProposal; preview: RetentionPreview } | null>(null);
  const propose = useAct('propose_retention');
  const adopt = useAct('adopt_retention');
  const bound = bounds.find(({ kind }) => kind === draft.kind);
  const faults = draftFaults(draft, bound?.mostHours ?? 0);
  const change = (more: Partial<Draft>): void => setDraft({ ...draft, ...more });
  const errorOf = (id: string): string | undefined =>
    attempt > 0 ? faults.find(({ field }) => field === id)?.text : undefined;

  const look = (): void => {
    if (faults.length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    const proposal = proposalOf(draft);
    propose.mutate(proposal, { onSuccess: (preview) => setSeen({ proposal, preview }) });
  };
  const decide = (): void => {
    if (!seen) return;
    const request = { name: draft.name, proposal: seen.proposal, seen: seen.preview.affected.length };
    adopt.mutate(request, {
      onSuccess: () => {
        showToast({ text: words.adopted });
        onClose();
      },
    });
  };

  if (seen) {
    return (
      <Dialog
        title={words.dialog}
        isOpen
        onClose={onClose}
        size="wide"
        actions={
          <>
            <Button
              tone="quiet"
              onPress={() => {
                adopt.reset();
                setSeen(null);
              }}
            >
              {words.back}
            </Button>
            <Button tone="primary" isPending={adopt.isPending} onPress={decide}>
              {words.adopt}
            </Button>
          </>
        }
      >
        <Effect preview={seen.preview} />
        <FailureBanner failure={adopt.error?.failure ?? null} actions={null} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.dialog}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={propose.isPending}>
            {words.preview}
          </Button>
        </>
      }
    >
      <Form id={FORM} onSubmit={look}>
        <ErrorSummary faults={attempt > 0 ? faults : []} attempt={attempt} />
        <TextField
          id={ids.name}
          label={words.name}
          description={words.nameHelp}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={errorOf(ids.name)}
        />
        <RadioGroup
          label={words.kind}
          options={bounds.map(({ kind }) => ({
            value: kind,
            label: words.kinds[kind].word,
            description: words.kinds[kind].start,
          }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <HoursField
          id={ids.hours}
          label={words.hours}
          description={
            bound && `${words.hoursHelp(bound.mostHours)}${bound.byPolicy ? ` ${words.byPolicy}.` : ''}`
          }
          value={draft.hours}
          onChange={(hours) => change({ hours })}
          error={errorOf(ids.hours)}
        />
        <Checkbox
          label={words.apply}
          description={words.applyHelp}
          isSelected={draft.applyToKept}
          onChange={(applyToKept) => change(applyToKept ? { applyToKept, from: '' } : { applyToKept })}
        />
        {!draft.applyToKept && (
          <DateField
            id={ids.from}
            label={words.from}
            description={words.fromHelp}
            value={draft.from}
            onChange={(from) => change({ from })}
            error={errorOf(ids.from)}
          />
        )}
      </Form>
      <FailureBanner failure={propose.error?.failure ?? null} actions={null} />
    </Dialog>
  );
}

function Effect({ preview }: { preview: RetentionPreview }): ReactNode {
  const { affected, atOnce, extended } = preview;
  return (
    <>
      {affected.length === 0 && <p>{words.nothing}</p>}
      {affected.length > 0 && (
        <Banner tone="observe" title={words.affected(affected.length)}>
          {atOnce > 0 && <p>{words.atOnce(atOnce)}</p>}
        </Banner>
      )}
      {extended > 0 && <p>{words.extended(extended)}</p>}
      {affected.length > 0 && (
        <Table
          caption={words.affectedCaption}
          isCaptionHidden
          rows={affected.map((item, at) => ({ ...item, key: `${item.case}-${at}` }))}
          rowKey={({ key }) => key}
          columns={affectedColumns}
        />
      )}
    </>
  );
}

const affectedColumns: readonly Column<AffectedItem & { readonly key: string }>[] = [
  { id: 'what', heading: words.affectedColumns.what, cell: ({ kind }) => words.kinds[kind].word },
  { id: 'before', heading: words.affectedColumns.before, cell: ({ before }) => formatDateTime(before) },
  { id: 'after', heading: words.affectedColumns.after, cell: ({ after }) => formatDateTime(after) },
];
