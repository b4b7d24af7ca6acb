import { type ReactNode, useEffect, useState } from 'react';
import type { Answer, Edit, ItemId, TemplateContent, TemplateId, Unit } from '../../../bindings';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { allowLooks, type Look, looks } from '../../../design/looks';
import { type Answers, initialAnswers, withAnswer } from '../../../form/answers';
import { t } from '../../../i18n/sv';
import { HandlerSide } from './HandlerSide';
import styles from './Rehearsal.module.css';
import { Trial } from './Trial';

const views = ['citizen', 'handler'] as const;
const sizes = ['phone', 'tablet', 'desktop'] as const;
const zooms = ['z100', 'z200', 'z400'] as const;
const settings = ['own', ...looks] as const;

export interface RehearsalDialogProps {
  readonly template: TemplateId;
  readonly content: TemplateContent;
  readonly unit: Unit;
  /** Answers to begin with, such as an example citizen's. */
  readonly first: Answers | null;
  readonly edit: (edit: Edit) => void;
  /** Saves what waits, so that the core judges what is on the screen. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** The template as the citizen meets it, to answer for a try, and as the handler does who fills it in. */
export function RehearsalDialog(props: RehearsalDialogProps): ReactNode {
  const { content, unit, first, onClose } = props;
  const words = t.rehearsal;
  const [view, setView] = useState<(typeof views)[number]>('citizen');
  const [size, setSize] = useState<(typeof sizes)[number]>('phone');
  const [zoom, setZoom] = useState<(typeof zooms)[number]>('z100');
  const [look, setLook] = useState<Look | 'own'>('own');
  const [slots, setSlots] = useState<Readonly<Record<ItemId, string>>>({});
  const [answers, setAnswers] = useState<Answers>(() => first ?? initialAnswers(content.form));
  useEffect(allowLooks, []);
  const screen = { size, zoom, look };
  const change = (item: ItemId, answer: Answer | null): void => setAnswers(withAnswer(answers, item, answer));
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="full">
      <div className={styles.tools}>
        <Select
          label={words.view}
          options={views.map((value) => ({ value, label: words.views[value] }))}
          value={view}
          onChange={setView}
        />
        <Select
          label={words.size}
          options={sizes.map((value) => ({ value, label: words.sizes[value] }))}
          value={size}
          onChange={setSize}
        />
        <Select
          label={words.zoom}
          options={zooms.map((value) => ({ value, label: words.zooms[value] }))}
          value={zoom}
          onChange={setZoom}
        />
        <Select
          label={words.look}
          options={settings.map((value) => ({ value, label: words.looks[value] }))}
          value={look}
          onChange={setLook}
        />
      </div>
      {view === 'handler' ? (
        <HandlerSide content={content} unit={unit} slots={slots} onSlots={setSlots} screen={screen} />
      ) : (
        <Trial {...props} slots={slots} answers={answers} onAnswer={change} unit={unit} screen={screen} />
      )}
    </Dialog>
  );
}
