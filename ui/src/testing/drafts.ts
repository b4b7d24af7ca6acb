import type {
  DraftView,
  Edit,
  EditedDraft,
  EditName,
  GuidelineView,
  News,
  StepsView,
  TemplateContent,
  TemplateView,
} from '../bindings';
import { apply } from '../features/builder/edit';
import { type Answers, refuse } from './host';

type Drafts = 'open_template' | 'edit_draft' | 'undo_edit' | 'redo_edit' | 'start_draft' | 'publish_template';

/** Region Kalmar's, as far as tests ask for it. */
export const guideline: GuidelineView = {
  name: 'Region Kalmars riktlinje',
  version: '2023-12-06',
  isTightened: false,
  why: {
    purposeMissing: 'Region Kalmars riktlinje: varje meddelande måste säga vad syftet är.',
    survey: 'Region Kalmars riktlinje: utvärderingar och enkäter ska inte skickas.',
    noWayOut: 'Budkavles råd: den som inte vet måste annars gissa.',
  },
};

/** What is known of a draft that nobody has found fault with. */
const fresh = { problems: [], findings: [], scoreSpan: null, guideline, submission: null, returned: null };

/** A draft at revision 7, at which nothing has been done yet. */
export function aDraft(content: TemplateContent, more: Partial<DraftView> = {}): DraftView {
  return { ...fresh, content, revision: 7, steps: { undo: null, redo: null }, ...more };
}

/** A template without anything, as whoever may change it sees it. */
export function aTemplate(more: Partial<TemplateView> = {}): TemplateView {
  return {
    id: 'm',
    status: 'draft',
    draft: null,
    published: null,
    mustBeApproved: false,
    mayApprove: false,
    mayEdit: true,
    latest: [],
    changed: 0,
    ...more,
  };
}

/** A core for tests that keeps a draft and its steps as the real one does: each save must build on the last. */
export function fakeDrafts(view: TemplateView): Required<Pick<Answers, Drafts>> {
  let now = view;
  let back: { readonly content: TemplateContent; readonly name: EditName }[] = [];
  let forth: { readonly content: TemplateContent; readonly name: EditName }[] = [];
  const steps = (): StepsView => ({ undo: back.at(-1)?.name ?? null, redo: forth.at(-1)?.name ?? null });
  const draft = (): NonNullable<TemplateView['draft']> => now.draft ?? refuse({ code: 'templateHasNoDraft' });
  const save = (content: TemplateContent, news: News): EditedDraft => {
    const revision = draft().revision + 1;
    now = { ...now, draft: { ...fresh, content, revision, steps: steps() } };
    return {
      revision,
      problems: [],
      findings: [],
      scoreSpan: null,
      saved: Date.UTC(2026, 10, 22, 13, 3),
      steps: steps(),
      news,
    };
  };
  const turn = (from: typeof back, to: typeof back): EditedDraft => {
    const step = from.pop();
    if (!step) return save(draft().content, { news: 'none' });
    to.push({ content: draft().content, name: step.name });
    return save(step.content, { news: 'edit', edit: { edit: 'replace', content: step.content } });
  };
  return {
    open_template: () => now,
    edit_draft: ({ revision, edits }: { revision: number; edits: Edit[] }) => {
      if (draft().revision !== revision) refuse({ code: 'templateChangedElsewhere' });
      forth = [];
      let { content } = draft();
      for (const edit of edits) {
        back.push({ content, name: edit.edit });
        content = apply(content, edit);
      }
      return save(content, { news: 'none' });
    },
    undo_edit: () => turn(back, forth),
    redo_edit: () => turn(forth, back),
    start_draft: () => {
      back = [];
      now = {
        ...now,
        draft: {
          ...fresh,
          content: view.published?.content ?? draft().content,
          revision: 7,
          steps: steps(),
        },
      };
      return now;
    },
    publish_template: () => {
      const number = (now.published?.number ?? 0) + 1;
      const published = {
        version: `v${number}`,
        number,
        published: Date.UTC(2026, 10, 22),
        content: draft().content,
        open: 0,
      };
      now = { ...now, status: 'published', draft: null, published };
      return now;
    },
  };
}
