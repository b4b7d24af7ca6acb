import { memo, type ReactNode } from 'react';
import type { Finding } from '../../bindings';
import { Disclosure } from '../../components/Disclosure';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { t } from '../../i18n/sv';
import styles from './Editor.module.css';
import { FindingList } from './FindingList';
import { bySeverity, findingText, type GuidanceContext } from './guidance';
import type { OnFix } from './useFix';

export interface GuidanceListProps extends GuidanceContext {
  readonly findings: readonly Finding[];
  readonly onFix: OnFix;
}

/** What the guideline has to say: how much is always in sight, and said aloud when it changes; what, for who wants to know. */
export const GuidanceList = memo(function GuidanceList(props: GuidanceListProps): ReactNode {
  const { guideline, findings } = props;
  const words = t.guidance;
  const [errors, advice] = bySeverity(findings);
  const title = words.title(errors.length, advice.length);
  return (
    <div data-findings="">
      <VisuallyHidden>
        <span role="status">{title}</span>
      </VisuallyHidden>
      <Disclosure title={title} isDrawnWhenOpened>
        <div className={styles.more}>
          {errors.length > 0 && <Part {...props} heading={words.errors} findings={errors} />}
          {advice.length > 0 && (
            <Part {...props} heading={words.advice} lead={words.lead} findings={advice} />
          )}
          <p className={styles.help}>
            {words.source(guideline.name, guideline.version, guideline.isTightened)}
          </p>
        </div>
      </Disclosure>
    </div>
  );
});

type PartProps = GuidanceListProps & { readonly heading: string; readonly lead?: string };

function Part({ heading, lead, findings, onFix, ...context }: PartProps): ReactNode {
  return (
    <div>
      <h3 className={styles.label}>{heading}</h3>
      {lead !== undefined && <p className={styles.help}>{lead}</p>}
      <FindingList
        label={heading}
        findings={findings.map((one) => findingText(one, context))}
        onFix={onFix}
      />
    </div>
  );
}
