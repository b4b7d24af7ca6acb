import { type ReactNode, useEffect, useState } from 'react';
import type { Starter, TemplateView } from '../../bindings';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { focusField } from '../../components/ErrorSummary';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { go } from '../../route/hash';
import { paths } from '../../route/paths';
import { StarterChoice } from './starters/StarterChoice';

export interface NewTemplateDialogProps {
  /** What was chosen already; nothing for an empty template. */
  readonly begin: Starter | null;
  readonly onClose: () => void;
}

const FORM = 'new-template';
const field = { name: 'new-template-name', starter: 'new-template-starter' } as const;

/** Asks what to begin with, and for a name, with the advice that makes the list of cases readable. */
export function NewTemplateDialog({ begin, onClose }: NewTemplateDialogProps): ReactNode {
  const words = t.builder.create;
  const listed = useCommand('list_starters', null);
  const [starter, setStarter] = useState(begin);
  const [written, setWritten] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const create = useAct('create_template');
  const createFrom = useAct('create_from_starter');
  const starters = listed.data ?? [];
  // Until a name is written it is the starter's.
  const name = written ?? starters.find((one) => one.starter === starter)?.name ?? '';
  const isMissing = name.trim() === '';
  const isPending = create.isPending || createFrom.isPending;
  const choose = (chosen: Starter | null): void => {
    setStarter(chosen);
    if (isMissing) setWritten(null);
  };
  const submit = (): void => {
    if (isPending) return;
    setRefused(isMissing);
    if (isMissing) {
      focusField(field.name);
      return;
    }
    const onSuccess = ({ id }: TemplateView): void => go(paths.template(id));
    if (starter === null) create.mutate({ name }, { onSuccess });
    else createFrom.mutate({ starter, name }, { onSuccess });
  };
  return (
    <Dialog
      title={words.title}
      size="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" type="submit" form={FORM} isPending={isPending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Form id={FORM} onSubmit={submit}>
        <FocusFirst field={begin === null ? field.starter : field.name} />
        <StarterChoice id={field.starter} starters={starters} chosen={starter} onChoose={choose} />
        <TextField
          id={field.name}
          label={words.name}
          description={words.advice}
          maxLength={100}
          value={name}
          onChange={setWritten}
          error={isRefused && isMissing ? words.missing : undefined}
        />
      </Form>
      <FailureBanner
        failure={(listed.error ?? create.error ?? createFrom.error)?.failure ?? null}
        {...(listed.error ? { onRetry: () => listed.refetch() } : {})}
      />
    </Dialog>
  );
}

/** One can begin at once: with what to choose, or with the name when that is done. */
function FocusFirst({ field }: { readonly field: string }): ReactNode {
  useEffect(() => focusField(field), [field]);
  return null;
}
