import { memo, type ReactNode } from 'react';
import type { Edit, ExampleCitizen, TemplateContent } from '../../../bindings';
import { Button, IconButton } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { showToast } from '../../../components/Toast';
import { withCapital } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { deviationInWords, fieldId } from '../problems';
import { deviationOf, expectationsOf } from './examples';
import styles from './Rehearsal.module.css';

export interface ExamplesCardProps {
  readonly content: TemplateContent;
  readonly edit: (edit: Edit) => void;
  /** Opens the test, with an example's answers filled in. */
  readonly onTry: (example: ExampleCitizen | null) => void;
}

/** The example citizens, and for whom the form is not as it was when they were kept. */
export const ExamplesCard = memo(function ExamplesCard({
  content,
  edit,
  onTry,
}: ExamplesCardProps): ReactNode {
  const words = t.rehearsal.examples;
  const examples = content.examples ?? [];
  const remove = (example: ExampleCitizen, at: number): void => {
    edit({ edit: 'removeExample', id: example.id });
    showToast({
      text: words.removed(example.name),
      onUndo: () => edit({ edit: 'addExample', example, at }),
    });
  };
  const update = (example: ExampleCitizen): void => {
    edit({
      edit: 'changeExample',
      example: { ...example, ...expectationsOf(content.form, example.answers) },
    });
    showToast({
      text: words.updated(example.name),
      onUndo: () => edit({ edit: 'changeExample', example }),
    });
  };
  return (
    <Card
      title={words.heading}
      actions={
        <Button id={fieldId.examples} icon="person" onPress={() => onTry(null)}>
          {t.rehearsal.open}
        </Button>
      }
    >
      <p className={styles.quiet}>{examples.length === 0 ? words.none : words.lead}</p>
      {examples.length > 0 && (
        <ul className={styles.examples}>
          {examples.map((example, at) => {
            const deviation = deviationOf(content, example);
            return (
              <li key={example.id} className={styles.example}>
                <span className={styles.about}>
                  <span className={styles.name}>{example.name || withCapital(words.nameless)}</span>
                  <span className={styles.verdict} data-holds={deviation === null || undefined}>
                    <Icon name={deviation === null ? 'check' : 'observe'} size={16} />
                    {deviation === null ? words.holds : withCapital(deviationInWords(deviation, content))}
                  </span>
                </span>
                <span className={styles.acts}>
                  {deviation !== null && (
                    <IconButton
                      icon="save"
                      label={words.update(example.name)}
                      onPress={() => update(example)}
                    />
                  )}
                  <IconButton icon="edit" label={words.fill(example.name)} onPress={() => onTry(example)} />
                  <IconButton
                    icon="trash"
                    label={words.remove(example.name)}
                    onPress={() => remove(example, at)}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
});
