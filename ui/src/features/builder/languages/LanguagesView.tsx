import { type ReactNode, useMemo, useState } from 'react';
import type { Edit, Language, TemplateContent, TemplateId } from '../../../bindings';
import { Button, ButtonRow } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Switch } from '../../../components/Choice';
import { EmptyState } from '../../../components/EmptyState';
import { focusField } from '../../../components/ErrorSummary';
import { FailureBanner } from '../../../components/FailureBanner';
import { Stack } from '../../../components/Page';
import { Select } from '../../../components/Select';
import { showToast } from '../../../components/Toast';
import { nameOf } from '../../../form/languages';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { useKeys } from '../useShortcuts';
import { AddLanguage } from './AddLanguage';
import { placeNames } from './names';
import { ReadDialog } from './ReadDialog';
import { fieldOf, TextRow } from './TextRow';
import { stateOf, textsOf } from './texts';

export interface LanguagesViewProps {
  readonly template: TemplateId;
  readonly content: TemplateContent;
  readonly edit: (edit: Edit) => void;
  /** The language that is looked at; nothing where there is none. */
  readonly language: Language | null;
  readonly onLanguage: (language: Language) => void;
  /** Saves what waits, so that the core reads and writes what is on the screen. */
  readonly onSave: () => Promise<boolean>;
}

/** *Språk*: each text with its Swedish beside, one language at a time. */
export function LanguagesView(props: LanguagesViewProps): ReactNode {
  const { template, content, edit, language, onLanguage, onSave } = props;
  const words = t.languages;
  const [isReading, setReading] = useState(false);
  const write = useAct('export_translations');
  const translations = content.translations ?? [];
  const translation = translations.find((one) => one.language === language);
  const save = async (): Promise<void> => {
    if (!(await onSave())) return;
    write.mutate({ template }, { onSuccess: (done) => done && showToast({ text: words.saved }) });
  };
  return (
    <Card title={words.title}>
      <Stack>
        <p>{words.lead}</p>
        {translation ? (
          <Select
            label={words.choose}
            options={translations.map((one) => ({
              value: one.language,
              label: nameOf(one.language).swedish,
            }))}
            value={translation.language}
            onChange={onLanguage}
          />
        ) : (
          <EmptyState icon="text" title={words.none}>
            {words.noneHelp}
          </EmptyState>
        )}
        <AddLanguage
          taken={translations.map((one) => one.language)}
          onAdd={(added) => {
            edit({
              edit: 'addLanguage',
              translation: { language: added, texts: {} },
              at: translations.length,
            });
            onLanguage(added);
          }}
        />
        <ButtonRow>
          <Button icon="save" isPending={write.isPending} onPress={() => void save()}>
            {words.save}
          </Button>
          <Button icon="register" onPress={() => setReading(true)}>
            {words.read}
          </Button>
          {translation && (
            <Button
              icon="trash"
              tone="quiet"
              onPress={() => {
                const { swedish } = nameOf(translation.language);
                const at = translations.indexOf(translation);
                edit({ edit: 'removeLanguage', language: translation.language });
                showToast({
                  text: words.removed(swedish),
                  onUndo: () => edit({ edit: 'addLanguage', translation, at }),
                });
              }}
            >
              {words.remove(nameOf(translation.language).swedish)}
            </Button>
          )}
        </ButtonRow>
        <FailureBanner failure={write.error?.failure ?? null} />
        {translation && (
          <Texts key={translation.language} content={content} translation={translation} edit={edit} />
        )}
      </Stack>
      {isReading && (
        <ReadDialog
          template={template}
          onSave={onSave}
          onTake={(made, first) => {
            edit(made);
            onLanguage(language ?? first);
          }}
          onClose={() => setReading(false)}
        />
      )}
    </Card>
  );
}

type TextsProps = Pick<LanguagesViewProps, 'content' | 'edit'> & {
  readonly translation: NonNullable<TemplateContent['translations']>[number];
};

function Texts({ content, translation, edit }: TextsProps): ReactNode {
  const words = t.languages;
  const [isOnly, setOnly] = useState(false);
  /** What is being written in stays in sight, also when nothing is lacking of it any more. */
  const [kept, keep] = useState<string | null>(null);
  const texts = useMemo(() => textsOf(content), [content]);
  const nameIn = useMemo(() => placeNames(content), [content]);
  const states = texts.map((text) => stateOf(translation, text));
  const count = (state: string): number => states.filter((one) => one === state).length;
  const shown = texts.filter((text, at) => !isOnly || states[at] !== 'current' || text.place === kept);

  const next = (): void => {
    const from = texts.findIndex(({ place }) =>
      document.getElementById(fieldOf(place))?.contains(document.activeElement),
    );
    const round = [...texts.keys()].map((at) => (from + 1 + at) % texts.length);
    const found = texts[round.find((at) => states[at] !== 'current') ?? -1];
    if (found) focusField(fieldOf(found.place));
  };
  useKeys((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
    event.preventDefault();
    next();
  });

  return (
    <>
      <p role="status">{words.counts(texts.length, count('missing'), count('outdated'))}</p>
      <Switch label={words.only} isSelected={isOnly} onChange={setOnly} />
      {count('current') < texts.length && (
        <ButtonRow>
          <Button icon="down" onPress={next}>
            {words.next}
          </Button>
          <span>{words.nextHelp}</span>
        </ButtonRow>
      )}
      {shown.length === 0 && <p>{words.nothingLeft}</p>}
      {shown.map((text) => (
        <TextRow
          key={text.place}
          {...text}
          name={nameIn(text.place)}
          language={translation.language}
          translated={translation.texts[text.place]}
          edit={edit}
          onWrite={keep}
        />
      ))}
    </>
  );
}
