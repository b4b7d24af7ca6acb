import type { ReactNode } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';

export interface FolderFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (folder: string) => void;
  readonly error: string | undefined;
}

/** A folder, written or chosen in the system's own dialog. */
export function FolderField({ id, value, onChange, error }: FolderFieldProps): ReactNode {
  const choose = useAct('choose_secure_folder');
  return (
    <>
      <TextField
        id={id}
        label={t.settings.folderLabel}
        value={value}
        onChange={onChange}
        spellCheck={false}
        error={error}
      />
      <ButtonRow>
        <Button
          isPending={choose.isPending}
          onPress={() => choose.mutate(null, { onSuccess: (folder) => folder !== null && onChange(folder) })}
        >
          {t.settings.choose}
        </Button>
      </ButtonRow>
      <FailureBanner failure={choose.error?.failure ?? null} />
    </>
  );
}
