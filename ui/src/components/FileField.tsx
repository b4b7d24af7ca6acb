import { type ReactNode, useId, useRef } from 'react';
import { FileTrigger, useDrop } from 'react-aria-components';
import { formatFileSize } from '../i18n/format';
import { t } from '../i18n/sv';
import { Button, IconButton } from './Button';
import { cx } from './cx';
import { type FieldProps, Necessity } from './Field';
import field from './Field.module.css';
import styles from './FileField.module.css';
import { Icon } from './Icon';
import { Progress } from './Progress';

/** How far a chosen file has come. A refused file says why, in words for the one who chose it. */
export type FileState =
  | { readonly at: 'waiting' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'done' }
  /** Chosen and read here; nothing is sent anywhere. */
  | { readonly at: 'read' }
  | { readonly at: 'refused'; readonly why: string; readonly mayRetry: boolean };

/** A row of the field: the file and how far it has come. */
export interface ChosenFile {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state: FileState;
}

export interface FileFieldProps extends FieldProps {
  /** Media types, such as `image/png`: a hint for the file chooser. The receiver decides by content. */
  readonly accept: readonly string[];
  readonly allowsMultiple: boolean;
  readonly files: readonly ChosenFile[];
  readonly onChoose: (files: File[]) => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry?: (id: string) => void;
  /** What the button and the words beside it say, where "Välj filer" would be wrong. */
  readonly choose?: string;
  readonly drop?: string;
}

/** Files by button or by dropping them, each with its progress. */
export function FileField(props: FileFieldProps): ReactNode {
  const { accept, allowsMultiple, files, onChoose, onRemove, onRetry } = props;
  const zone = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref: zone,
    hasDropButton: true,
    isDisabled: props.isDisabled ?? false,
    getDropOperation: () => 'copy',
    onDrop: async (event) => {
      const dropped = event.items.filter((item) => item.kind === 'file');
      onChoose(await Promise.all(dropped.map((item) => item.getFile())));
    },
  });
  const words = useId();
  const describedBy = cx(
    props.description !== undefined && `${words}-help`,
    props.error !== undefined && `${words}-problem`,
  );

  return (
    <fieldset id={props.id} className={field.field}>
      <legend className={cx(field.label, styles.legend)}>
        {props.label}
        <Necessity necessity={props.necessity} />
      </legend>
      {props.description !== undefined && (
        <div id={`${words}-help`} className={field.description}>
          {props.description}
        </div>
      )}
      <div {...dropProps} ref={zone} className={styles.zone} data-drop={isDropTarget || undefined}>
        <Icon name="attachment" size={24} />
        <FileTrigger
          acceptedFileTypes={accept}
          allowsMultiple={allowsMultiple}
          onSelect={(chosen) => chosen && onChoose([...chosen])}
        >
          <Button isDisabled={props.isDisabled ?? false} aria-describedby={describedBy}>
            {props.choose ?? t.components.files.choose}
          </Button>
        </FileTrigger>
        <span className={styles.hint}>{props.drop ?? t.components.files.drop}</span>
      </div>
      {props.error !== undefined && (
        <div id={`${words}-problem`} className={field.problem}>
          <Icon name="error" />
          <span>{props.error}</span>
        </div>
      )}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t.components.files.chosen}>
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={onRemove} onRetry={onRetry} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

interface FileRowProps extends Pick<FileFieldProps, 'onRemove'> {
  readonly file: ChosenFile;
  readonly onRetry: ((id: string) => void) | undefined;
}

function FileRow({ file, onRemove, onRetry }: FileRowProps): ReactNode {
  const { state } = file;
  return (
    <li className={styles.file} data-state={state.at}>
      <div className={styles.about}>
        {/* The name is the citizen's: <bdi> keeps its direction from reaching what stands around it. */}
        <bdi className={styles.name}>{file.name}</bdi>
        <span className={styles.hint}>{formatFileSize(file.size)}</span>
      </div>
      <div className={styles.state} role="status">
        {state.at === 'waiting' && t.components.files.waiting}
        {state.at === 'done' && (
          <span className={styles.done}>
            <Icon name="success" /> {t.components.files.done}
          </span>
        )}
        {state.at === 'refused' && (
          <span className={styles.refused}>
            <Icon name="error" /> {state.why}
          </span>
        )}
      </div>
      {state.at === 'sending' && (
        <Progress
          label={file.name}
          isLabelHidden
          value={state.percent}
          valueText={t.components.files.sending(state.percent)}
        />
      )}
      <div className={styles.acts}>
        {state.at === 'refused' && state.mayRetry && onRetry && (
          <Button
            size="small"
            tone="quiet"
            aria-label={t.components.files.retry(file.name)}
            onPress={() => onRetry(file.id)}
          >
            {t.common.tryAgain}
          </Button>
        )}
        <IconButton
          icon="close"
          label={t.components.files.remove(file.name)}
          onPress={() => onRemove(file.id)}
        />
      </div>
    </li>
  );
}
