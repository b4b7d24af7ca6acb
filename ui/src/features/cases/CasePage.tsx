import type { ReactNode } from 'react';
import type { AttachmentId, CaseId, CaseView, ReplyView } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Banner } from '../../components/Banner';
import { Disclosure } from '../../components/Disclosure';
import { EmptyState } from '../../components/EmptyState';
import { type Crumb, Page, Section } from '../../components/Page';
import { useNow } from '../../components/useNow';
import { MessageView } from '../../form';
import { isQuestion } from '../../form/answers';
import { PictureView } from '../../form/PictureView';
import { walk } from '../../form/tree';
import { formatDateTimeBriefly, formatPersonNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { Answers } from './Answers';
import { Attachments } from './Attachments';
import styles from './Case.module.css';
import { CaseActs } from './CaseActs';
import { cameFrom } from './cameFrom';
import { Happenings } from './Happenings';
import { Note } from './Note';
import { ReviewDue } from './ReviewDue';
import { Timeline } from './Timeline';
import { useNote } from './useNote';

export interface CasePageProps {
  readonly id: CaseId;
}

/** One case: to whom, how far it has come, what was sent and what came back. */
export function CasePage({ id }: CasePageProps): ReactNode {
  const asked = useCommand('open_case', { case: id });
  if (asked.data === undefined) {
    return (
      <Page key={`${id} on its way`} title={t.cases.one.title} breadcrumbs={[wayBack()]}>
        <Answered asked={asked}>{() => null}</Answered>
      </Page>
    );
  }
  const view = asked.data;
  return (
    <Page
      key={id}
      title={
        <>
          {view.message.heading} <span className={styles.marking}>{t.cases.marking[markingOf(view)]}</span>
        </>
      }
      breadcrumbs={[wayBack()]}
    >
      <Answered asked={asked}>{(answer) => <Case view={answer} />}</Answered>
    </Page>
  );
}

function wayBack(): Crumb {
  const { scope, path } = cameFrom();
  return { label: scope === 'unit' ? t.navigation.distributed : t.navigation.myCases, href: to(path) };
}

function markingOf(view: CaseView): 'question' | 'information' {
  return view.message.form === null ? 'information' : 'question';
}

function Case({ view }: { view: CaseView }): ReactNode {
  const { reply } = view;
  const note = useNote(view.case);
  return (
    <>
      <dl className={styles.citizen}>
        <div>
          <dt>{t.cases.one.citizen}</dt>
          <dd>
            <bdi className={styles.name}>{view.citizenName}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t.cases.one.number}</dt>
          <dd className={styles.figures}>{formatPersonNumber(view.number)}</dd>
        </div>
        <div>
          <dt>{t.cases.one.handler}</dt>
          <dd>
            <bdi className={styles.name}>{view.handlerName}</bdi>
          </dd>
        </div>
      </dl>
      <Ended view={view} />
      <Waiting view={view} />
      <ReviewDue due={view.reviewDue} />
      <CaseActs view={view} />
      <Timeline view={view} />
      <Disclosure title={t.cases.one.message} isOpen={reply === null}>
        <div className={styles.message}>
          <MessageView message={view.message} sent={view.sent} level={3} />
          {reply === null && <Questions view={view} />}
        </div>
      </Disclosure>
      {reply && (
        <>
          <Section title={t.cases.one.reply}>
            {reply.score !== null && <p className={styles.score}>{t.scores.sum(reply.score)}</p>}
            <Answers answers={reply.answers} form={view.message.form ?? []} />
          </Section>
          {reply.attachments.length > 0 && <Attachments reply={reply} onExcerpt={note.insert} />}
          <Note note={note} kept={keptOf(reply)} />
        </>
      )}
      {!reply && view.message.form && view.closure.closure === 'open' && (
        <Section title={t.cases.one.reply}>
          <EmptyState icon="clock" title={t.cases.one.waiting}>
            {t.cases.one.whenAnswered}
          </EmptyState>
        </Section>
      )}
      <Happenings view={view} />
    </>
  );
}

/** That it has not left yet, or was stopped when it was to. */
function Waiting({ view }: { view: CaseView }): ReactNode {
  const now = useNow();
  const words = t.casework.scheduled;
  if (!view.held || view.closure.closure !== 'open') return null;
  if (view.stopped === null) {
    return <Banner tone="info" title={words.waiting(formatDateTimeBriefly(view.sent, now))} />;
  }
  return (
    <Banner tone="observe" title={words.stoppedTitle}>
      <p>{t.standing.unreachable[view.stopped].title}</p>
      <p>{words.stoppedTodo}</p>
    </Banner>
  );
}

/** That it is closed or taken back, and what that means. */
function Ended({ view }: { view: CaseView }): ReactNode {
  const now = useNow();
  const words = t.cases.one.ended;
  const { closure } = view;
  if (closure.closure === 'open') return null;
  const title =
    closure.closure === 'closed'
      ? words.closed(formatDateTimeBriefly(closure.closed, now))
      : words.revoked(formatDateTimeBriefly(closure.revoked, now));
  return <Banner tone="info" title={title} isAnnounced />;
}

function keptOf(reply: ReplyView): readonly AttachmentId[] {
  return reply.attachments.filter(({ state }) => state.state === 'kept').map(({ id }) => id);
}

/** What was asked, while nothing has been answered; afterwards each question stands beside its answer. */
function Questions({ view }: { view: CaseView }): ReactNode {
  const questions = walk(view.message.form ?? []).filter(isQuestion);
  if (questions.length === 0) return null;
  return (
    <section className={styles.questions}>
      <h3>{t.cases.one.questions}</h3>
      <ol>
        {questions.map((item) => (
          <li key={item.id}>
            {item.text}
            <PictureView picture={item.picture} />
          </li>
        ))}
      </ol>
    </section>
  );
}
