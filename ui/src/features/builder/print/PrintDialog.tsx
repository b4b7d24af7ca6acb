import { type ReactNode, useState } from 'react';
import type { Side, TemplateId } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Button } from '../../../components/Button';
import { Checkbox } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { FailureBanner } from '../../../components/FailureBanner';
import { Select } from '../../../components/Select';
import { showToast } from '../../../components/Toast';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useCommand } from '../../../query/useCommand';
import { captionsOf } from './captions';

/** A side of a template that can be saved. */
export interface PrintSide {
  readonly value: string;
  readonly label: string;
  readonly side: Side;
}

export interface PrintDialogProps {
  readonly template: TemplateId;
  /** What can be saved, the likeliest first. At least one. */
  readonly sides: readonly PrintSide[];
  readonly onClose: () => void;
}

/** The draft, and what can be sent now, as far as there are such. */
export function sidesOf(hasDraft: boolean, publishedNumber: number | null): readonly PrintSide[] {
  const words = t.life.history;
  return [
    ...(hasDraft ? [{ value: 'draft', label: words.draft, side: { side: 'draft' } } as const] : []),
    ...(publishedNumber === null
      ? []
      : [
          { value: 'published', label: words.version(publishedNumber), side: { side: 'published' } } as const,
        ]),
  ];
}

/** *Spara som PDF*: which side of the template, and whether the handler's instruction goes along. */
export function PrintDialog({ template, sides, onClose }: PrintDialogProps): ReactNode {
  const words = t.print;
  const [value, setValue] = useState(sides[0]?.value ?? '');
  const [withInstruction, setWithInstruction] = useState(false);
  const chosen = sides.find((one) => one.value === value) ?? sides[0];
  const side: Side = chosen?.side ?? { side: 'published' };
  const asked = useCommand('read_template_side', { template, side }, { isFresh: true });
  const save = useAct('save_template_pdf');
  const submit = (): void => {
    if (!asked.data) return;
    const { content, revision } = asked.data;
    save.mutate(
      { template, side, revision, withInstruction, captions: captionsOf(content.form) },
      {
        onSuccess: (isSaved) => {
          if (!isSaved) return;
          showToast({ text: words.saved(content.name.trim() || t.builder.unnamed) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" isDisabled={!asked.data} isPending={save.isPending} onPress={submit}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      {sides.length > 1 && <Select label={words.side} options={sides} value={value} onChange={setValue} />}
      <Checkbox
        label={words.withInstruction}
        description={words.withInstructionHelp}
        isSelected={withInstruction}
        onChange={setWithInstruction}
      />
      <Answered asked={asked}>{() => null}</Answered>
      <FailureBanner failure={save.error?.failure ?? null} />
    </Dialog>
  );
}
