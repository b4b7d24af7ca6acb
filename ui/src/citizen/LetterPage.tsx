import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Attachment, Item, Language, Letter } from '../bindings';
import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { Link } from '../components/Link';
import { Page, Section, Stack } from '../components/Page';
import { Spinner } from '../components/Progress';
import { AnswersView } from '../form/AnswersView';
import type { Answers } from '../form/answers';
import { FormattingOf } from '../form/FormattedText';
import { inLanguage } from '../form/languages';
import { MessageView } from '../form/MessageView';
import { Said, SpokenIn } from '../form/Spoken';
import { formatDateTime } from '../i18n/format';
import { t } from '../i18n/sv';
import { to } from '../route/hash';
import { FailureBanner } from './FailureBanner';
import { useInbox } from './inboxContext';
import { LanguageChoice } from './LanguageChoice';
import styles from './LetterPage.module.css';
import { ReplyForm } from './ReplyForm';
import { failureOf } from './refusal';
import { useTitle } from './useTitle';

/** What the citizen sent, to show on the receipt. */
export interface SentReply {
  readonly answered: number;
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
}

/** One letter: to read, to answer, and then the receipt. */
export function LetterPage({ letter: id }: { letter: string }): ReactNode {
  const { api } = useInbox();
  const queries = useQueryClient();
  const [sent, setSent] = useState<SentReply | null>(null);
  const [language, setLanguage] = useState<Language | null>(null);
  const letter = useQuery<Letter, Error>({
    queryKey: ['letter', id],
    queryFn: () => api.open(id),
    // Opening is an event, not a fact to remember: each visit opens anew.
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const isOpen = letter.isSuccess;
  useEffect(() => {
    if (isOpen) void queries.invalidateQueries({ queryKey: ['letters'] });
  }, [isOpen, queries]);

  if (letter.data && sent) return <ReceiptPage letter={letter.data} sent={sent} language={language} />;
  if (letter.data) {
    return <OpenLetter letter={letter.data} language={language} onLanguage={setLanguage} onSent={setSent} />;
  }
  return (
    <Page key="opening" title={t.form.message.text} width="reading">
      {letter.isError ? (
        <>
          <FailureBanner
            failure={failureOf(letter.error)}
            actions={<Button onPress={() => void letter.refetch()}>{t.common.tryAgain}</Button>}
          />
          <BackToInbox />
        </>
      ) : (
        <Spinner />
      )}
    </Page>
  );
}

function BackToInbox(): ReactNode {
  return (
    <p>
      <Link href={to('/')} icon="back">
        {t.citizen.letter.back}
      </Link>
    </p>
  );
}

interface OpenLetterProps {
  readonly letter: Letter;
  readonly language: Language | null;
  readonly onLanguage: (language: Language | null) => void;
  readonly onSent: (sent: SentReply) => void;
}

function OpenLetter({ letter, language, onLanguage, onSent }: OpenLetterProps): ReactNode {
  useTitle(t.citizen.titles.letter);
  const { state } = letter;
  const message = inLanguage(letter.message, language);
  return (
    <FormattingOf linksLead hasMarks={message.marked !== undefined}>
      <div className={styles.letter}>
        <BackToInbox />
        <SpokenIn message={letter.message} language={language}>
          <Page key={letter.case} title={<Said>{message.heading}</Said>} width="reading">
            <LanguageChoice message={letter.message} language={language} onChoose={onLanguage} />
            <div className={styles.sheet}>
              <MessageView message={message} sent={letter.sent} level={2} />
            </div>
            {message.form === null && <Banner tone="info">{t.citizen.letter.noAnswer}</Banner>}
            {message.form !== null && state.state === 'answered' && (
              <Stack>
                <Banner tone="success">
                  {t.citizen.letter.answered(formatDateTime(state.answered), message.unitName)}
                </Banner>
                <Copy items={message.form} answers={letter.answers ?? {}} attachments={letter.attachments} />
              </Stack>
            )}
            {message.form !== null && state.state !== 'answered' && letter.closed !== null && (
              <Banner tone="info" title={t.citizen.letter.closed(formatDateTime(letter.closed))}>
                <p>{t.citizen.letter.closedTodo}</p>
              </Banner>
            )}
            {message.form !== null && state.state !== 'answered' && letter.closed === null && (
              <div className={styles.sheet}>
                <ReplyForm letter={letter} items={message.form} onSent={onSent} />
              </div>
            )}
          </Page>
        </SpokenIn>
      </div>
    </FormattingOf>
  );
}

interface ReceiptPageProps {
  readonly letter: Letter;
  readonly sent: SentReply;
  readonly language: Language | null;
}

function ReceiptPage({ letter, sent, language }: ReceiptPageProps): ReactNode {
  useTitle(t.citizen.titles.receipt);
  const words = t.citizen.receipt;
  return (
    <Page key="receipt" title={words.heading} width="reading">
      <Banner tone="success" title={words.words(formatDateTime(sent.answered), letter.message.unitName)}>
        <p>{words.later}</p>
      </Banner>
      <SpokenIn message={letter.message} language={language}>
        <Copy
          items={inLanguage(letter.message, language).form ?? []}
          answers={sent.answers}
          attachments={sent.attachments}
        />
      </SpokenIn>
      <p>
        <Link href={to('/')} look="button">
          {t.citizen.letter.back}
        </Link>
      </p>
    </Page>
  );
}

interface CopyProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
}

/** The citizen's own copy of what was sent. */
function Copy({ items, answers, attachments }: CopyProps): ReactNode {
  return (
    <div className={styles.sheet}>
      <Section title={t.form.answers.heading}>
        <AnswersView items={items} answers={answers} attachments={attachments} />
      </Section>
    </div>
  );
}
