import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton } from '../../../components/Button';
import { cx } from '../../../components/cx';
import type { IconName } from '../../../components/Icon';
import { TextField, type TextFieldProps } from '../../../components/TextField';
import { t } from '../../../i18n/sv';
import { LinkDialog } from './LinkDialog';
import styles from './Markup.module.css';
import { put, type Selected, toggleEmphasis, toggleList } from './marks';
import { fromHtml } from './pasted';

export interface MarkupFieldProps
  extends Pick<TextFieldProps, 'id' | 'label' | 'value' | 'onChange' | 'error' | 'necessity' | 'words'> {
  /** What is in sight from the beginning; the rest grows. */
  readonly isShort?: boolean;
}

type Tool = 'bold' | 'italic' | 'bullets' | 'numbers' | 'link';

const tools: readonly { readonly tool: Tool; readonly icon: IconName }[] = [
  { tool: 'bold', icon: 'bold' },
  { tool: 'italic', icon: 'italic' },
  { tool: 'bullets', icon: 'bullets' },
  { tool: 'numbers', icon: 'numbers' },
  { tool: 'link', icon: 'link' },
];

const keys: Readonly<Record<string, Tool>> = { b: 'bold', i: 'italic', k: 'link' };

/**
 * A text that the citizen reads, with its marks as they are written and buttons that write them. Whatever a button or a paste does
 * is one change of the text, taken back as any other.
 */
export function MarkupField({ isShort = false, ...field }: MarkupFieldProps): ReactNode {
  const { value, onChange } = field;
  const words = t.markup;
  const area = useRef<HTMLTextAreaElement>(null);
  /** What is to be selected once the changed text stands in the field. */
  const next = useRef<Selected | null>(null);
  const [linking, setLinking] = useState<Selected | null>(null);

  useLayoutEffect(() => {
    if (next.current?.text !== value) return;
    area.current?.focus();
    area.current?.setSelectionRange(next.current.start, next.current.end);
    next.current = null;
  }, [value]);

  const selected = (): Selected => ({
    text: value,
    start: area.current?.selectionStart ?? value.length,
    end: area.current?.selectionEnd ?? value.length,
  });
  const change = (made: Selected): void => {
    next.current = made;
    if (made.text !== value) onChange(made.text);
  };
  const use = (tool: Tool): void => {
    if (tool === 'link') setLinking(selected());
    else if (tool === 'bold' || tool === 'italic') change(toggleEmphasis(selected(), tool));
    else change(toggleList(selected(), tool));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const tool = keys[event.key.toLowerCase()];
    if (tool === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    use(tool);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = fromHtml(event.clipboardData.getData('text/html'));
    if (text === null) return;
    event.preventDefault();
    change(put(selected(), text, text.length));
  };

  return (
    <div className={cx(styles.field, isShort && styles.short)}>
      <TextField {...field} isMultiline area={{ ref: area, rows: isShort ? 1 : 4, onKeyDown, onPaste }} />
      {(!isShort || value !== '') && (
        <Toolbar className={cx(styles.tools)} aria-label={words.toolbar}>
          {tools.map(({ tool, icon }) => (
            // A pointer's press leaves focus in the text, whose selection it is about; a toolbar would give it to the tool used last.
            <IconButton
              key={tool}
              icon={icon}
              label={words.tools[tool]}
              preventFocusOnPress
              onPress={() => use(tool)}
            />
          ))}
        </Toolbar>
      )}
      {linking && (
        <LinkDialog
          selected={linking}
          onClose={() => setLinking(null)}
          onDone={(made) => {
            setLinking(null);
            change(made);
          }}
        />
      )}
    </div>
  );
}
