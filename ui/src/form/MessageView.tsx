import type { ReactNode, Ref } from 'react';
import type { AttachmentLimits, Language, Message, Signature } from '../bindings';
import { formatDate } from '../i18n/format';
import { t } from '../i18n/sv';
import { FormattedText, FormattingOf } from './FormattedText';
import { FormPreview } from './FormView';
import { inLanguage } from './languages';
import styles from './Message.module.css';
import { Said, SpokenIn, useSpoken } from './Spoken';

export interface MessageViewProps {
  readonly message: Message;
  /** When it was sent, if it has been. */
  readonly sent?: number;
  /** Of the headings inside: one below whatever heads the message. */
  readonly level: 2 | 3;
}

/** What the message says, without its heading and its form. Holds the four contents that the national guideline asks for. */
export function MessageView({ message, sent, level }: MessageViewProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { words, paragraph } = useSpoken();
  return (
    <div className={styles.message}>
      <div className={styles.sender}>
        <p className={styles.unit}>{message.unitName}</p>
        {message.signature && (
          <p>
            <bdi>{signatureText(message.signature)}</bdi>
          </p>
        )}
        <p className={styles.about}>
          <span>{t.form.message.hsaId(message.unitHsaId)}</span>
          {sent !== undefined && <span>{t.form.message.sent(formatDate(sent))}</span>}
        </p>
      </div>
      <section className={styles.part}>
        <Heading className={styles.heading}>{t.form.message.purpose}</Heading>
        <p {...words} className={styles.lines}>
          {message.purpose}
        </p>
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{t.form.message.text}</Heading>
        {distinguished(message.paragraphs).map(({ key, text }, at) => (
          <FormattedText
            key={key}
            text={text}
            isMarked={message.marked?.includes(at) ?? false}
            words={paragraph(at)}
          />
        ))}
      </section>
      <div className={styles.facts}>
        {message.answerUse !== null && (
          <section className={styles.part}>
            <Heading className={styles.heading}>{t.form.message.answerUse}</Heading>
            <p {...words} className={styles.lines}>
              {message.answerUse}
            </p>
          </section>
        )}
        <section className={styles.part}>
          <Heading className={styles.heading}>{t.form.message.contact}</Heading>
          <p {...words} className={styles.lines}>
            {message.contact}
          </p>
        </section>
      </div>
    </div>
  );
}

/** "Karin Holm, distriktssköterska" */
export function signatureText({ name, title }: Signature): string {
  return title.trim() === '' ? name : `${name}, ${title}`;
}

/** Paragraphs with a name each: their text, and which of the same text it is. */
function distinguished(paragraphs: readonly string[]): { key: string; text: string }[] {
  const seen = new Map<string, number>();
  return paragraphs.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { key: `${times} ${text}`, text };
  });
}

export interface LetterPreviewProps {
  readonly message: Message;
  readonly limits: AttachmentLimits;
  /** What it scrolls in, to draw no more of a long form than what is near: see `useNear`. All is drawn without. */
  readonly scroller?: Element;
  /** One of the message's, to read it in; Swedish when left out. */
  readonly language?: Language | null;
}

/** The whole letter as the citizen will see it, to look at and to try before it is sent. */
export function LetterPreview({ message, limits, scroller, language = null }: LetterPreviewProps): ReactNode {
  const read = inLanguage(message, language);
  return (
    <SpokenIn message={message} language={language}>
      <LetterView message={read}>
        {read.form && <FormPreview items={read.form} limits={limits} scroller={scroller} />}
      </LetterView>
    </SpokenIn>
  );
}

export interface LetterViewProps {
  readonly message: Message;
  readonly ref?: Ref<HTMLElement>;
  /** Its form, when it has one. */
  readonly children: ReactNode;
}

/** A letter with its form, whose texts are read as the message says. */
export function LetterView({ message, ref, children }: LetterViewProps): ReactNode {
  return (
    <article ref={ref} className={styles.letter} aria-label={message.heading}>
      <h2>
        <Said>{message.heading}</Said>
      </h2>
      <MessageView message={message} level={3} />
      {message.form ? (
        <FormattingOf hasMarks={message.marked !== undefined}>{children}</FormattingOf>
      ) : (
        <p className={styles.noAnswer}>{t.form.message.noAnswer}</p>
      )}
    </article>
  );
}
