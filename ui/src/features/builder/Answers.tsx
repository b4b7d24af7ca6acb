import { memo, type ReactNode } from 'react';
import type { Edit } from '../../bindings';
import { Card } from '../../components/Card';
import { RadioGroup } from '../../components/Choice';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';

export interface AnswersProps {
  readonly answerable: boolean;
  /** How many questions the form has. */
  readonly count: number;
  readonly edit: (edit: Edit) => void;
}

/** *Ska invånaren kunna svara?* A form that exists is kept also when the answer is no. */
export const Answers = memo(function Answers({ answerable, count, edit }: AnswersProps): ReactNode {
  const words = t.builder.answers;
  return (
    <Card title={words.heading}>
      <RadioGroup
        label={words.question}
        options={[
          { value: 'yes', label: words.yes, description: words.yesHelp },
          { value: 'no', label: words.no, description: words.noHelp },
        ]}
        value={answerable ? 'yes' : 'no'}
        onChange={(value) => edit({ edit: 'allowAnswers', answerable: value === 'yes' })}
      />
      {!answerable && count > 0 && <p className={styles.help}>{words.kept(count)}</p>}
    </Card>
  );
});
