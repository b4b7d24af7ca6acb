import { type ReactNode, useState } from 'react';
import type { CaseHappening, CaseView } from '../../bindings';
import { Button } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { Form } from '../../components/Form';
import { Section } from '../../components/Page';
import { placed } from '../../components/placed';
import { TextField } from '../../components/TextField';
import { showToast } from '../../components/Toast';
import { useNow } from '../../components/useNow';
import { formatDateTimeBriefly } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './Case.module.css';

/** As many characters as the core takes (domain/src/case.rs). */
const NOTE_LENGTH = 2_000;

/** What the unit has done with the case, in order, and room for a note to the colleagues. */
export function Happenings({ view }: { readonly view: CaseView }): ReactNode {
  const words = t.casework.happenings;
  const now = useNow();
  return (
    <Section title={words.title}>
      {view.happenings.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <ol className={styles.happenings}>
          {placed(view.happenings).map(([at, one]) => (
            <li key={at} className={styles.happening}>
              <span className={styles.what}>{nameOf(one)}</span>{' '}
              <span className={styles.quiet}>{words.by(formatDateTimeBriefly(one.at, now), one.by)}</span>
              {one.what.event === 'noted' && <p className={styles.lines}>{one.what.text}</p>}
            </li>
          ))}
        </ol>
      )}
      <NewNote view={view} />
    </Section>
  );
}

function NewNote({ view }: { readonly view: CaseView }): ReactNode {
  const words = t.casework.happenings;
  const note = useAct('note_case');
  const [text, setText] = useState('');
  const isMissing = note.error?.failure.code === 'fieldMissing';
  const save = (): void =>
    note.mutate(
      { case: view.case, text },
      {
        onSuccess: () => {
          setText('');
          showToast({ text: words.added });
        },
      },
    );
  return (
    <Form onSubmit={save}>
      <TextField
        label={words.note}
        description={words.noteHelp}
        isMultiline
        area={{ rows: 2 }}
        maxLength={NOTE_LENGTH}
        value={text}
        onChange={setText}
        error={isMissing && text.trim() === '' ? words.noteMissing : undefined}
      />
      {!isMissing && <FailureBanner failure={note.error?.failure ?? null} actions={null} />}
      <div>
        <Button type="submit" isPending={note.isPending}>
          {words.add}
        </Button>
      </div>
    </Form>
  );
}

function nameOf({ what, toName }: CaseHappening): string {
  const words = t.casework.happenings;
  return what.event === 'assigned' ? words.assigned(toName ?? '') : words[what.event];
}
