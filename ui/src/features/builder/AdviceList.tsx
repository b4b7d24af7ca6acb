import type { ReactNode } from 'react';
import type { Advice, TemplateContent } from '../../bindings';
import { Disclosure } from '../../components/Disclosure';
import { t } from '../../i18n/sv';
import { adviceText } from './advice';
import styles from './Editor.module.css';
import { FindingList } from './FindingList';

export interface AdviceListProps {
  readonly advice: readonly Advice[];
  readonly content: TemplateContent;
}

/** What could be better, for who wants to know: each leads to its place and says why. */
export function AdviceList({ advice, content }: AdviceListProps): ReactNode {
  if (advice.length === 0) return null;
  return (
    <Disclosure title={t.advice.title(advice.length)}>
      <p className={styles.help}>{t.advice.lead}</p>
      <FindingList findings={advice.map((one) => adviceText(one, content))} />
    </Disclosure>
  );
}
