import { type ReactNode, useCallback, useState } from 'react';
import type { DraftView, TemplateId, TemplateView } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Page } from '../../components/Page';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Editor } from './Editor';
import { ReadOnly } from './ReadOnly';

/** One template: its draft to work on, or its published version to look at. */
export function TemplateEditorPage({ id }: { id: TemplateId }): ReactNode {
  return <OpenedTemplate key={id} id={id} />;
}

/**
 * Until the first change, what is saved is what is shown, also when another window changes it. From then on the screen holds
 * the person's own writing until it is published or given up, and nothing is fetched that nobody would see.
 */
function OpenedTemplate({ id }: { id: TemplateId }): ReactNode {
  const [own, setOwn] = useState<DraftView | null>(null);
  const opened = useCommand('open_template', { template: id }, { isFresh: true, enabled: own === null });
  if (opened.data) {
    return <Template view={opened.data} own={own} onOwn={setOwn} onFetch={() => opened.refetch()} />;
  }
  return (
    <Page
      title={t.builder.tab.editor}
      breadcrumbs={[{ label: t.builder.list.title, href: to(paths.templates) }]}
    >
      <Answered asked={opened}>{() => null}</Answered>
    </Page>
  );
}

interface TemplateProps {
  readonly view: TemplateView;
  /** The draft that the person's own writing began with; nothing before the first change. */
  readonly own: DraftView | null;
  readonly onOwn: (own: DraftView | null) => void;
  readonly onFetch: () => Promise<unknown>;
}

function Template({ view, own, onOwn, onFetch }: TemplateProps): ReactNode {
  const [justPublished, setJustPublished] = useState<number | null>(null);
  const [sittings, setSittings] = useState(0);
  const draft = own ?? view.draft;
  const takeOver = useCallback(() => onOwn(own ?? draft), [onOwn, own, draft]);

  const startOver = async (): Promise<void> => {
    await onFetch();
    onOwn(null);
    setSittings((earlier) => earlier + 1);
  };

  if (!draft || draft.submission || !view.mayEdit || (view.status === 'archived' && !own)) {
    return <ReadOnly view={view} justPublished={justPublished} />;
  }
  return (
    <Editor
      key={`${draft.revision} ${sittings}`}
      view={view}
      draft={draft}
      onTouched={takeOver}
      onFetch={startOver}
      onPublished={async (number) => {
        await startOver();
        // What was handed in for approval is not published yet.
        setJustPublished(view.mustBeApproved ? null : number);
      }}
    />
  );
}
