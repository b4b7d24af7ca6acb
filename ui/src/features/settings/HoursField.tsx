import type { ReactNode } from 'react';
import { NumberField, type TextFieldProps } from '../../components/TextField';
import { t } from '../../i18n/sv';
import { hoursOf } from './settings';

/** Whole hours, with what they are in days beside. */
export function HoursField(
  props: Pick<TextFieldProps, 'id' | 'label' | 'description' | 'value' | 'onChange' | 'error'>,
): ReactNode {
  const hours = hoursOf(props.value);
  const days = hours !== null && hours > 24 ? ` ${t.settings.asDays(hours)}` : '';
  return <NumberField {...props} after={`${t.settings.hours}${days}`} />;
}
