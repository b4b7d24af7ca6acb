import type { ReactNode } from 'react';
import type { Starter, StarterRow } from '../../../bindings';
import { RadioGroup } from '../../../components/Choice';
import { t } from '../../../i18n/sv';

/** What stands for a template without anything. */
const EMPTY = 'empty';

export interface StarterChoiceProps {
  readonly id: string;
  readonly starters: readonly StarterRow[];
  /** Nothing for an empty template. */
  readonly chosen: Starter | null;
  readonly onChoose: (starter: Starter | null) => void;
}

/** An empty template, or one of those that are shipped, each with what it is for. */
export function StarterChoice({ id, starters, chosen, onChoose }: StarterChoiceProps): ReactNode {
  const words = t.starters;
  return (
    <RadioGroup<Starter | typeof EMPTY>
      id={id}
      label={words.choose}
      description={words.chooseHelp}
      options={[
        { value: EMPTY, label: words.empty, description: words.emptyHelp },
        ...starters.map(({ starter, name, marking, whatFor, questions }) => ({
          value: starter,
          label: words.option(name, t.common.marking[marking]),
          description: words.what(whatFor, questions),
        })),
      ]}
      value={chosen ?? EMPTY}
      onChange={(value) => onChoose(value === EMPTY ? null : value)}
    />
  );
}
