import type { ReactNode } from 'react';
import type { Edit, Language, TemplateId, TranslationsRead } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { FailureBanner } from '../../../components/FailureBanner';
import { Spinner } from '../../../components/Progress';
import { TextFileField } from '../../../components/TextFileField';
import { showToast } from '../../../components/Toast';
import { useTextFile } from '../../../components/useTextFile';
import { nameOf } from '../../../form/languages';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { decode } from './decode';

export interface ReadDialogProps {
  readonly template: TemplateId;
  readonly onSave: () => Promise<boolean>;
  /** What the file does, and its first language. */
  readonly onTake: (edit: Edit, first: Language) => void;
  readonly onClose: () => void;
}

/** *Läs in CSV*: choose a file, see what it would do, and only then do it, as one step. */
export function ReadDialog({ template, onSave, onTake, onClose }: ReadDialogProps): ReactNode {
  const words = t.languages.file;
  const check = useAct('read_translations');
  const chosen = useTextFile(
    decode,
    (text) => void onSave().then((isSaved) => isSaved && check.mutate({ template, text })),
    check.reset,
  );
  const { file } = chosen;
  const read = file ? check.data : undefined;
  const failure = check.error?.failure ?? null;
  const [first] = read?.languages ?? [];
  const take = (): void => {
    if (!read?.edit || !first) return;
    onTake(read.edit, first);
    showToast({ text: words.done(read.taken) });
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{t.components.cancel}</Button>
          <Button tone="primary" isDisabled={!read?.edit} onPress={take}>
            {words.take}
          </Button>
        </>
      }
    >
      <TextFileField
        label={words.label}
        description={words.help}
        accept={['.csv', '.txt', 'text/csv']}
        chosen={chosen}
        words={words}
      />
      {check.isPending && <Spinner label={words.checking} />}
      {failure?.code === 'translationFileRefused' ? (
        <Banner tone="error" title={words.refused} isAnnounced>
          <p>{words.refusals[failure.refusal]}</p>
        </Banner>
      ) : (
        <FailureBanner failure={failure} />
      )}
      {read && (
        <Banner
          tone={read.outdated + read.marks + read.unknown + read.tooLong > 0 ? 'observe' : 'info'}
          isAnnounced
        >
          <ul>
            {reportOf(read).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Banner>
      )}
    </Dialog>
  );
}

/** What the file would do, in words; what is nothing is not said. */
function reportOf(read: TranslationsRead): readonly string[] {
  const words = t.languages.file;
  const names = (languages: readonly Language[]): string[] => languages.map((one) => nameOf(one).swedish);
  return [
    words.languages(names(read.languages)),
    ...(read.added.length > 0 ? [words.adds(names(read.added))] : []),
    read.edit === null ? words.nothing : words.taken(read.taken),
    ...(['same', 'outdated', 'marks', 'unknown', 'tooLong'] as const)
      .filter((of) => read[of] > 0)
      .map((of) => words[of](read[of])),
    ...(read.ignored.length > 0 ? [words.ignored(read.ignored)] : []),
  ];
}
