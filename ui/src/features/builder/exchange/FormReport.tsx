import type { ReactNode } from 'react';
import type { ReportLine, TemplateInFile } from '../../../bindings';
import { Card } from '../../../components/Card';
import { Disclosure } from '../../../components/Disclosure';
import { placed } from '../../../components/placed';
import { t } from '../../../i18n/sv';
import styles from './FormReport.module.css';
import { placeText, remarkText } from './words';

/** A form in a file, and what becomes of its parts: what is lost first, what is good to know folded up. */
export function FormReport({ form }: { readonly form: TemplateInFile }): ReactNode {
  const words = t.exchange;
  const losses = form.report.filter(({ isLoss }) => isLoss);
  const others = form.report.filter(({ isLoss }) => !isLoss);
  return (
    <Card title={`${form.name || t.builder.unnamed} ${t.common.marking[form.marking]}`}>
      <p>{words.questions(form.questions)}</p>
      {losses.length === 0 ? (
        <p>{words.whole}</p>
      ) : (
        <>
          <h3 className={styles.heading}>{words.losses(losses.length)}</h3>
          <p className={styles.help}>{words.lossesHelp}</p>
          <Lines lines={losses} />
        </>
      )}
      {others.length > 0 && (
        <Disclosure title={words.others(others.length)} level={3} tone="quiet">
          <Lines lines={others} />
        </Disclosure>
      )}
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly ReportLine[] }): ReactNode {
  return (
    <ul className={styles.lines}>
      {placed(lines).map(([at, { remark }]) => (
        <li key={at}>
          <b>{placeText(remark.at)}</b> {remarkText(remark.what)}
        </li>
      ))}
    </ul>
  );
}
