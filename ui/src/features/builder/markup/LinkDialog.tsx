import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { t } from '../../../i18n/sv';
import styles from './Markup.module.css';
import { addressOf, linkAt, putLink, removeLink, type Selected } from './marks';

export interface LinkDialogProps {
  readonly selected: Selected;
  readonly onClose: () => void;
  readonly onDone: (made: Selected) => void;
}

/** Asks where a link leads and what it says. Within a link it is that one. */
export function LinkDialog({ selected, onClose, onDone }: LinkDialogProps): ReactNode {
  const words = t.markup.link;
  const there = linkAt(selected);
  const [address, setAddress] = useState(() => there?.address.replace(/^(tel|mailto):/, '') ?? '');
  const [said, setSaid] = useState(() => there?.words ?? selected.text.slice(selected.start, selected.end));
  const [isAsked, setAsked] = useState(false);
  const leads = addressOf(address);
  const confirm = (): void => {
    setAsked(true);
    if (leads !== null && said.trim() !== '') onDone(putLink(selected, said.trim(), leads));
  };
  return (
    <Dialog
      title={there ? words.change : words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          {there && <Button onPress={() => onDone(removeLink(selected))}>{words.remove}</Button>}
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" type="submit" form="lank">
            {words.confirm}
          </Button>
        </>
      }
    >
      <form
        id="lank"
        className={styles.link}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form in a dialog stands in the page's own for React.
          event.stopPropagation();
          confirm();
        }}
      >
        <TextField
          label={words.words}
          description={words.wordsHelp}
          value={said}
          onChange={setSaid}
          error={isAsked && said.trim() === '' ? words.noWords : undefined}
        />
        <TextField
          label={words.address}
          description={words.addressHelp}
          value={address}
          onChange={setAddress}
          inputMode="text"
          spellCheck={false}
          error={isAsked && leads === null ? words.noAddress : undefined}
        />
      </form>
    </Dialog>
  );
}
