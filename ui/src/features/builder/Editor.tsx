import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftView, ExampleCitizen, Language, TemplateView } from '../../bindings';
import { Banner } from '../../components/Banner';
import { ConfirmDialog } from '../../components/Dialog';
import { FailureBanner } from '../../components/FailureBanner';
import { Page } from '../../components/Page';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAutosave } from '../../query/autosave';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { About, Guideline } from './About';
import { Answers } from './Answers';
import { BodyEditor } from './BodyEditor';
import styles from './Editor.module.css';
import { EditorBar } from './EditorBar';
import { FormEditor } from './FormEditor';
import { GuidanceList } from './GuidanceList';
import { bySeverity, findingText } from './guidance';
import { LanguagesView } from './languages/LanguagesView';
import { LatestChanges } from './life/Changes';
import { Preview } from './Preview';
import { PublishProblems } from './PublishProblems';
import { PrintDialog, sidesOf } from './print/PrintDialog';
import { type FindingText, problemText } from './problems';
import { ExamplesCard } from './rehearsal/ExamplesCard';
import { RehearsalDialog } from './rehearsal/RehearsalDialog';
import { SaveTrouble } from './SaveTrouble';
import { ScoreCard } from './scores/ScoreCard';
import { useSitting } from './sitting';
import { useFix } from './useFix';
import { usePublishing } from './usePublishing';
import { useUndoKeys } from './useShortcuts';

export interface EditorProps {
  readonly view: TemplateView;
  /** What the person sat down with. */
  readonly draft: DraftView;
  /** The first change was made: what is on the screen is now the person's own. */
  readonly onTouched: () => void;
  /** Leave what is on the screen and show what is saved. */
  readonly onFetch: () => Promise<unknown>;
  /** It was published, or handed in for approval. */
  readonly onPublished: (number: number) => Promise<unknown>;
}

const none: readonly FindingText[] = [];

/** The draft, all of it on one page, with the message as the citizen sees it beside. */
export function Editor(props: EditorProps): ReactNode {
  const { view, draft, onTouched, onFetch, onPublished } = props;
  const { published, mustBeApproved } = view;
  const { sitting, desk } = useSitting(view.id, draft);
  const saving = useAutosave(sitting.autosave);
  const unit = useCommand('unit_settings', null).data;
  const [isPreviewing, setPreviewing] = useState(false);
  const [trying, setTrying] = useState<{ readonly example: ExampleCitizen | null } | null>(null);
  const tryIt = useCallback((example: ExampleCitizen | null) => setTrying({ example }), []);
  const tryEmpty = useCallback(() => tryIt(null), [tryIt]);
  const [isPrinting, setPrinting] = useState(false);
  const [isTranslating, setTranslating] = useState(false);
  const [chosen, choose] = useState<Language | null>(null);
  const columns = useRef<HTMLDivElement>(null);
  const publishing = usePublishing(view, draft, sitting, onPublished);
  const { content } = desk;
  const { edit } = sitting;
  useUndoKeys(sitting.undo, sitting.redo);

  const isTouched = saving.at !== 'untouched';
  useEffect(() => {
    if (isTouched) onTouched();
  }, [isTouched, onTouched]);

  const { problems, findings, scoreSpan } = saving.saved ?? draft;
  const { guideline } = draft;
  const isTold = publishing.attempt > 0;
  const faults = useMemo(() => {
    if (!isTold) return none;
    const [errors] = bySeverity(findings);
    return [
      ...problems.map((problem) => problemText(problem, content)),
      ...errors.map((error) => findingText(error, { content, guideline, unit })),
    ];
  }, [isTold, problems, findings, content, guideline, unit]);
  const shown = useDeferredValue(content);
  const { translations = [] } = content;
  const translation = translations.find((one) => one.language === chosen) ?? translations[0];
  const language = translation?.language ?? null;
  const fix = useFix(edit);

  return (
    <Page
      width="full"
      title={content.name.trim() || t.builder.unnamed}
      breadcrumbs={[{ label: t.builder.list.title, href: to(paths.templates) }]}
    >
      <EditorBar
        saving={saving}
        desk={desk}
        onUndo={sitting.undo}
        onRedo={sitting.redo}
        isPreviewing={isPreviewing}
        onPreview={() => {
          setPreviewing(!isPreviewing);
          columns.current?.scrollIntoView?.({ block: 'start' });
        }}
        // What is not saved is not printed; why not stands in the banner of the saving.
        onPrint={() => void sitting.autosave.flush().then(setPrinting)}
        isTranslating={isTranslating}
        onTranslate={() => setTranslating(!isTranslating)}
        isPublishing={publishing.isChecking}
        mustBeApproved={mustBeApproved}
        onPublish={() => {
          // What is to be righted leads to its place in the template.
          setTranslating(false);
          publishing.check();
        }}
      />
      <SaveTrouble
        saving={saving}
        onRetry={() => void sitting.autosave.flush()}
        onFetch={() => void onFetch()}
      />
      {draft.returned && (
        <Banner
          tone="observe"
          title={t.life.approval.returned(draft.returned.by, formatDateTime(draft.returned.at))}
        >
          <p>{draft.returned.comment}</p>
        </Banner>
      )}
      <FailureBanner failure={desk.refusal} />
      <FailureBanner failure={publishing.failure} />
      <PublishProblems faults={faults} attempt={publishing.attempt} onFix={fix} />
      <div ref={columns} className={styles.columns} data-previewing={isPreviewing || undefined}>
        <div className={styles.editing}>
          {isTranslating ? (
            <LanguagesView
              template={view.id}
              content={content}
              edit={edit}
              language={language}
              onLanguage={choose}
              onSave={() => sitting.autosave.flush()}
            />
          ) : (
            <>
              <GuidanceList
                findings={findings}
                content={shown}
                guideline={guideline}
                unit={unit}
                onFix={fix}
              />
              <About
                name={content.name}
                handlerInstruction={content.handlerInstruction}
                edit={edit}
                faults={faults}
              />
              <Guideline
                purpose={content.purpose}
                answerUse={content.answerUse}
                contact={content.contact}
                answerable={content.answerable}
                edit={edit}
                faults={faults}
                unit={unit}
              />
              <BodyEditor body={content.body} edit={edit} faults={faults} />
              <Answers answerable={content.answerable} count={content.form.length} edit={edit} />
              {content.answerable && <FormEditor form={content.form} edit={edit} faults={faults} />}
              {content.answerable && (
                <ScoreCard
                  content={content}
                  span={scoreSpan}
                  problems={problems}
                  edit={edit}
                  faults={faults}
                />
              )}
              {content.answerable && <ExamplesCard content={shown} edit={edit} onTry={tryIt} />}
              <LatestChanges template={view.id} latest={view.latest} />
            </>
          )}
        </div>
        <Preview content={shown} unit={unit} onTry={tryEmpty} language={isTranslating ? language : null} />
      </div>
      {isPrinting && (
        <PrintDialog
          template={view.id}
          sides={sidesOf(true, published?.number ?? null)}
          onClose={() => setPrinting(false)}
        />
      )}
      {trying && unit && (
        <RehearsalDialog
          template={view.id}
          content={content}
          unit={unit}
          first={trying.example?.answers ?? null}
          edit={edit}
          onSave={() => sitting.autosave.flush()}
          onClose={() => setTrying(null)}
        />
      )}
      <ConfirmDialog
        title={mustBeApproved ? t.life.approval.asking.title : t.builder.confirm.title}
        isOpen={publishing.isAsking}
        onClose={publishing.cancel}
        confirm={mustBeApproved ? t.life.approval.submit : t.builder.publish}
        tone="primary"
        isPending={publishing.isPublishing}
        onConfirm={publishing.publish}
      >
        {mustBeApproved ? (
          <p>{t.life.approval.asking.text}</p>
        ) : (
          <>
            <p>{t.builder.confirm.text}</p>
            <p>{published ? t.builder.confirm.replaces(published.number) : t.builder.confirm.sendable}</p>
          </>
        )}
        {published && published.open > 0 && <p>{t.life.publish.open(published.open, published.number)}</p>}
      </ConfirmDialog>
    </Page>
  );
}
