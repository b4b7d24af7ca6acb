import { memo, type ReactNode } from 'react';
import type { Edit, Language, TextPlace, TranslatedText } from '../../../bindings';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { TextField } from '../../../components/TextField';
import { useNear } from '../../../components/useNear';
import { nameOf } from '../../../form/languages';
import { t } from '../../../i18n/sv';
import { MarkupField } from '../markup/MarkupField';
import styles from './Languages.module.css';
import type { TextState } from './texts';

export interface TextRowProps {
  readonly place: TextPlace;
  /** "Fråga 2, hjälptext". */
  readonly name: string;
  /** The Swedish. */
  readonly text: string;
  readonly hasMarks: boolean;
  readonly language: Language;
  readonly translated: TranslatedText | undefined;
  readonly edit: (edit: Edit) => void;
  readonly onWrite: (place: TextPlace) => void;
}

const tones = { current: 'success', missing: 'error', outdated: 'observe' } as const satisfies Record<
  TextState,
  string
>;

/** How high a row is guessed to be before it was drawn, in CSS pixels. */
const GUESS = 160;

/** A text in Swedish, and in another language beside. */
export const TextRow = memo(function TextRow(props: TextRowProps): ReactNode {
  const { place, name, text, language, translated, edit } = props;
  const words = t.languages;
  const { isNear, ref } = useNear(GUESS);
  const state = !translated ? 'missing' : translated.of.trim() === text.trim() ? 'current' : 'outdated';
  return (
    <div ref={ref} className={styles.row}>
      <div className={styles.swedish}>
        <p className={styles.place}>
          {name} <Badge tone={tones[state]}>{words.states[state]}</Badge>
        </p>
        <p className={styles.lines}>{text}</p>
        {state === 'outdated' && translated && (
          <div className={styles.was}>
            <p>{words.wasOf}</p>
            <p className={styles.lines}>{translated.of}</p>
            <Button
              size="small"
              icon="check"
              aria-label={words.stillRightOf(name)}
              onPress={() => edit(put(language, place, { ...translated, of: text }))}
            >
              {words.stillRight}
            </Button>
          </div>
        )}
      </div>
      {isNear ? <Written {...props} /> : <div id={fieldOf(place)} tabIndex={-1} />}
    </div>
  );
});

function Written({
  place,
  name,
  text,
  hasMarks,
  language,
  translated,
  edit,
  onWrite,
}: TextRowProps): ReactNode {
  const { swedish, dir } = nameOf(language);
  const field = {
    id: fieldOf(place),
    label: t.languages.field(swedish, name),
    value: translated?.text ?? '',
    words: { lang: language, dir },
    onChange: (written: string) => {
      onWrite(place);
      edit(put(language, place, written.trim() === '' ? null : { text: written, of: text }));
    },
  };
  if (hasMarks) return <MarkupField {...field} />;
  return <TextField {...field} isMultiline area={{ rows: Math.min(4, text.split('\n').length) }} />;
}

function put(language: Language, place: TextPlace, text: TranslatedText | null): Edit {
  return { edit: 'translate', language, texts: { [place]: text } };
}

/** The id of the field that a text is translated in. */
export function fieldOf(place: TextPlace): string {
  return `translation-${place.replaceAll('/', '-')}`;
}
