import { type ReactNode, useEffect } from 'react';
import type { Sendable, VersionId } from '../../bindings';
import { Banner } from '../../components/Banner';
import { Button, IconButton } from '../../components/Button';
import { Card } from '../../components/Card';
import { EmptyState } from '../../components/EmptyState';
import { focusField } from '../../components/ErrorSummary';
import { PickList } from '../../components/PickList';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import styles from './SendPage.module.css';

export interface TemplateStepProps {
  readonly sendable: readonly Sendable[];
  readonly chosen: Sendable | undefined;
  /** The template that had been chosen can no longer be sent. */
  readonly isOutdated: boolean;
  readonly onPick: (version: VersionId) => void;
  readonly onChange: () => void;
}

const field = 'template-search';

/** Which template. */
export function TemplateStep(props: TemplateStepProps): ReactNode {
  const { sendable, chosen, isOutdated, onPick, onChange } = props;
  const words = t.send.template;
  const mark = useAct('mark_favourite');
  return (
    <Card
      title={words.heading}
      actions={
        chosen && (
          <Button size="small" tone="quiet" onPress={onChange}>
            {words.change}
          </Button>
        )
      }
    >
      {isOutdated && (
        <Banner tone="observe" title={words.outdated} isAnnounced>
          <p>{words.outdatedHelp}</p>
        </Banner>
      )}
      {chosen ? (
        <p className={styles.chosen}>
          {nameOf(chosen)}
          <IconButton
            icon={chosen.isFavourite ? 'starFilled' : 'star'}
            label={
              chosen.isFavourite ? t.library.favourite.off(chosen.name) : t.library.favourite.on(chosen.name)
            }
            onPress={() => mark.mutate({ template: chosen.template, isFavourite: !chosen.isFavourite })}
          />
        </p>
      ) : (
        <Choose sendable={sendable} onPick={onPick} />
      )}
    </Card>
  );
}

function Choose({ sendable, onPick }: Pick<TemplateStepProps, 'sendable' | 'onPick'>): ReactNode {
  const words = t.send.template;
  useEffect(() => focusField(field), []);
  if (sendable.length === 0) {
    return (
      <EmptyState icon="template" title={words.none}>
        <p>{words.noneHelp}</p>
      </EmptyState>
    );
  }
  return (
    <PickList
      id={field}
      label={words.search}
      description={words.help}
      listLabel={words.list}
      empty={words.noMatch}
      items={favouritesFirst(sendable).map((one) => ({
        value: one.version,
        label: one.name,
        mark: t.common.marking[one.marking],
        ...(one.isFavourite ? { star: t.library.favourite.mark } : {}),
      }))}
      onPick={onPick}
    />
  );
}

function favouritesFirst(sendable: readonly Sendable[]): Sendable[] {
  return [...sendable].sort((a, b) => Number(b.isFavourite) - Number(a.isFavourite));
}

/** "Ordination järn (Fråga)" */
export function nameOf({ name, marking }: Pick<Sendable, 'name' | 'marking'>): string {
  return `${name} ${t.common.marking[marking]}`;
}
