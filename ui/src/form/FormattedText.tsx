import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { cx } from '../components/cx';
import type { LanguageOfWords } from '../components/Field';
import { t } from '../i18n/sv';
import styles from './FormattedText.module.css';
import { type Block, type Inline, parse, plain, wordsOf } from './markup';
import { useSpoken } from './Spoken';

/** What becomes of links, and whether marks mean something. */
interface Formatting {
  /** Only the citizen's page lets a link lead anywhere: the staff's window can go nowhere. */
  readonly linksLead: boolean;
  /** Whether information and help have marks: those of older messages have none. */
  readonly hasMarks: boolean;
}

const FormattingContext = createContext<Formatting>({ linksLead: false, hasMarks: false });

/** Around what the citizen reads: what is not said is as it is further out. */
export function FormattingOf({
  children,
  ...said
}: Partial<Formatting> & { readonly children: ReactNode }): ReactNode {
  const outside = useContext(FormattingContext);
  const { linksLead, hasMarks } = { ...outside, ...said };
  const formatting = useMemo(() => ({ linksLead, hasMarks }), [linksLead, hasMarks]);
  return <FormattingContext value={formatting}>{children}</FormattingContext>;
}

/** The words of a text, where nothing can be bold. */
export function useWords(): (text: string) => string {
  const { hasMarks } = useContext(FormattingContext);
  return hasMarks ? plain : (text) => text;
}

export interface FormattedTextProps {
  readonly text: string;
  /** Whether its marks mean something; as it is of information and help when left out. */
  readonly isMarked?: boolean;
  /** Its language; that of the message's other words when left out. */
  readonly words?: LanguageOfWords;
}

/** A text that the citizen reads. No HTML is ever made of it: each block and mark is an element of ours. */
export function FormattedText({ text, isMarked, words }: FormattedTextProps): ReactNode {
  const { hasMarks, linksLead } = useContext(FormattingContext);
  const spoken = useSpoken();
  const language = words ?? spoken.words;
  if (!(isMarked ?? hasMarks)) {
    return (
      <p {...language} className={styles.lines}>
        {text}
      </p>
    );
  }
  const blocks = parse(text);
  return (
    <div {...language} className={styles.blocks}>
      {blocks.map((block, at) => (
        <OneBlock key={keyOf(at, block.block)} block={block} linksLead={linksLead} />
      ))}
    </div>
  );
}

function OneBlock({ block, linksLead }: { readonly block: Block; readonly linksLead: boolean }): ReactNode {
  if (block.block === 'paragraph') {
    return (
      <p className={styles.lines}>
        <Inlines inlines={block.inlines} linksLead={linksLead} />
      </p>
    );
  }
  const items = block.items.map((item, at) => (
    <li key={keyOf(at, 'item')}>
      <Inlines inlines={item} linksLead={linksLead} />
    </li>
  ));
  return block.ordered ? (
    <ol className={cx(styles.list)}>{items}</ol>
  ) : (
    <ul className={cx(styles.list)}>{items}</ul>
  );
}

interface InlinesProps {
  readonly inlines: readonly Inline[];
  readonly linksLead: boolean;
}

function Inlines({ inlines, linksLead }: InlinesProps): ReactNode {
  return inlines.map((one, at) => <OneInline key={keyOf(at, one.inline)} one={one} linksLead={linksLead} />);
}

function OneInline({ one, linksLead }: { readonly one: Inline; readonly linksLead: boolean }): ReactNode {
  if (one.inline === 'text') return one.text;
  const inside = <Inlines inlines={one.inlines} linksLead={linksLead} />;
  if (one.inline === 'bold') return <strong>{inside}</strong>;
  if (one.inline === 'italic') return <em>{inside}</em>;
  if (linksLead) return <LeadingLink address={one.address}>{inside}</LeadingLink>;
  return (
    <>
      <span className={styles.link}>{inside}</span>
      {wordsOf(one.inlines) !== shown(one.address) && (
        <>
          {' '}
          <span className={styles.address}>({shown(one.address)})</span>
        </>
      )}
    </>
  );
}

/** A page opens beside the form, so that nobody loses what is written in it, and says so. */
function LeadingLink({
  address,
  children,
}: {
  readonly address: string;
  readonly children: ReactNode;
}): ReactNode {
  if (!address.startsWith('https:')) return <a href={address}>{children}</a>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children} <span className={styles.address}>{t.form.newTab}</span>
    </a>
  );
}

/** An address as a person writes it. */
function shown(address: string): string {
  return address.replace(/^(tel|mailto):/, '');
}

/** Parts of a text have no other names than their places: it is drawn anew as a whole when it changes. */
function keyOf(at: number, kind: string): string {
  return `${kind} ${at}`;
}
