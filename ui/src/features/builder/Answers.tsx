import type { ReactNode } from 'react';
import type { Edit, TemplateContent } from '../../bindings';
import { Card } from '../../components/Card';
import { RadioGroup } from '../../components/Choice';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';

export interface AnswersProps {
  readonly content: TemplateContent;
  readonly edit: (edit: Edit) => void;
}

/** *Ska invånaren kunna svara?* A form that exists is kept also when the answer is no. */
export function Answers({ content, edit }: AnswersProps): ReactNode {
  const words = t.builder.answers;
  return (
    <Card title={words.heading}>
      <RadioGroup
        label={words.question}
        options={[
          { value: 'yes', label: words.yes, description: words.yesHelp },
          { value: 'no', label: words.no, description: words.noHelp },
        ]}
        value={content.answerable ? 'yes' : 'no'}
        onChange={(value) => edit({ edit: 'allowAnswers', answerable: value === 'yes' })}
      />
      {!content.answerable && content.form.length > 0 && (
        <p className={styles.help}>{words.kept(content.form.length)}</p>
      )}
    </Card>
  );
}
