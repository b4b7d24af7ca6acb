import { memo, type ReactNode, useCallback, useRef } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ItemId, Picture } from '../../../bindings';
import { Button, ButtonRow } from '../../../components/Button';
import { Checkbox } from '../../../components/Choice';
import { TextField } from '../../../components/TextField';
import { showToast } from '../../../components/Toast';
import { PictureView } from '../../../form/PictureView';
import { t } from '../../../i18n/sv';
import editor from '../Editor.module.css';
import { useFormTools } from '../formTools';
import { fieldId } from '../problems';
import styles from './Picture.module.css';
import { useGivenFiles } from './useGivenFiles';
import { usePicture } from './usePicture';

export interface PictureSettingsProps {
  readonly picture: Picture | undefined;
  readonly item: ItemId;
  /** What the item is called on the screen: "Fråga 3". */
  readonly name: string;
  /** What is wrong with what is said of it. */
  readonly fault: string | undefined;
}

/** A hint for the file chooser. The core decides by content. */
const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp', 'image/tiff'];

/** A question's picture, and the way to one: chosen, pasted onto the card or dropped there. */
export const PictureSettings = memo(function PictureSettings(props: PictureSettingsProps): ReactNode {
  const { item, name, picture } = props;
  const { lines, edit, offerBack, focusAfter } = useFormTools();
  const words = t.pictures;
  const around = useRef<HTMLFieldSetElement>(null);
  const { choose, isPending, fault } = usePicture({
    item,
    form: lines.now,
    edit,
    onTaken: (isFirstOnly) => {
      showToast({
        text: isFirstOnly ? words.firstOnly : words.added(name),
        ...(isFirstOnly ? { tone: 'info' } : {}),
      });
      focusAfter(fieldId.picture(item));
    },
  });
  const given = useCallback(([file]: readonly File[]) => choose(file), [choose]);
  useGivenFiles(around, given);
  const remove = (): void => {
    if (!picture) return;
    edit({ edit: 'setPicture', id: item, picture: null });
    offerBack(words.removed(name), { edit: 'setPicture', id: item, picture });
    focusAfter(addId(item));
  };
  const describe = (alt: string, decorative: boolean): void =>
    edit({ edit: 'describePicture', id: item, alt, decorative });
  return (
    <fieldset ref={around} className={styles.picture} aria-label={words.of(name)}>
      {picture && (
        <>
          <div className={styles.thumb}>
            <PictureView picture={picture} />
          </div>
          {!picture.decorative && (
            <TextField
              id={fieldId.picture(item)}
              label={words.alt}
              description={words.altHelp}
              value={picture.alt ?? ''}
              onChange={(alt) => describe(alt, false)}
              error={props.fault}
            />
          )}
          <Checkbox
            label={words.decorative}
            description={words.decorativeHelp}
            isSelected={picture.decorative ?? false}
            onChange={(decorative) => describe(picture.alt ?? '', decorative)}
          />
        </>
      )}
      <ButtonRow>
        <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(chosen) => choose(chosen?.[0])}>
          <Button
            id={addId(item)}
            size="small"
            tone="quiet"
            icon="image"
            isPending={isPending}
            aria-label={picture ? words.changeFor(name) : words.addFor(name)}
          >
            {picture ? words.change : words.add}
          </Button>
        </FileTrigger>
        {picture && (
          <Button size="small" tone="quiet" icon="trash" aria-label={words.removeFor(name)} onPress={remove}>
            {words.remove}
          </Button>
        )}
      </ButtonRow>
      <div role="status">{fault !== null && <p className={editor.fault}>{fault}</p>}</div>
    </fieldset>
  );
});

function addId(item: ItemId): string {
  return `picture-add-${item}`;
}
