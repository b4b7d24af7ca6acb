import type { ReactNode } from 'react';
import type { Advice, TemplateContent } from '../../bindings';
import { Button } from '../../components/Button';
import { Disclosure } from '../../components/Disclosure';
import { focusField } from '../../components/ErrorSummary';
import { t } from '../../i18n/sv';
import { adviceText } from './advice';
import styles from './PublishProblems.module.css';

export interface AdviceListProps {
  readonly advice: readonly Advice[];
  readonly content: TemplateContent;
}

/** What could be better, for who wants to know: each leads to its place and says why. */
export function AdviceList({ advice, content }: AdviceListProps): ReactNode {
  if (advice.length === 0) return null;
  const texts = advice.map((one) => adviceText(one, content));
  return (
    <Disclosure title={t.advice.title(advice.length)}>
      <p className={styles.why}>{t.advice.lead}</p>
      <ul className={styles.list}>
        {texts.map(({ field, text, why }) => (
          <li key={`${field} ${text}`}>
            <Button tone="quiet" size="small" onPress={() => focusField(field)}>
              {text}
            </Button>
            <span className={styles.why}>{why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
