import { type ReactNode, useState } from 'react';
import type { Edit, TemplateContent } from '../../../bindings';
import { Button } from '../../../components/Button';
import { Form } from '../../../components/Form';
import { TextField } from '../../../components/TextField';
import { type Answers, toSend } from '../../../form/answers';
import { t } from '../../../i18n/sv';
import { expectationsOf } from './examples';
import styles from './Rehearsal.module.css';

export interface KeepExampleProps {
  readonly content: TemplateContent;
  readonly answers: Answers;
  readonly edit: (edit: Edit) => void;
}

/** Keeps the answers with the template, under a name. */
export function KeepExample({ content, answers, edit }: KeepExampleProps): ReactNode {
  const words = t.rehearsal.keep;
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const keep = (): void => {
    const called = name.trim();
    setRefused(called === '');
    if (called === '') return;
    const sent = toSend(content.form, answers);
    const example = {
      id: crypto.randomUUID(),
      name: called,
      answers: sent,
      ...expectationsOf(content.form, sent),
    };
    edit({ edit: 'addExample', example, at: content.examples?.length ?? 0 });
    setKept(called);
    setName('');
  };
  return (
    <div className={styles.keep}>
      <h3>{words.title}</h3>
      <p className={styles.quiet}>{words.lead}</p>
      <Form onSubmit={keep}>
        <TextField
          label={words.name}
          description={words.nameHelp}
          value={name}
          onChange={setName}
          maxLength={100}
          error={isRefused && name.trim() === '' ? words.missing : undefined}
        />
        <div>
          <Button type="submit">{words.confirm}</Button>
        </div>
        <p role="status">{kept !== null && words.kept(kept)}</p>
      </Form>
    </div>
  );
}
