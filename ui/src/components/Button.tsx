import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { t } from '../i18n/sv';
import styles from './Button.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import { VisuallyHidden } from './VisuallyHidden';

/** How much a button asks for attention. One `primary` at most on a page. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps
  extends Pick<
    AriaButtonProps,
    | 'onPress'
    | 'isDisabled'
    | 'type'
    | 'id'
    | 'form'
    | 'slot'
    | 'aria-label'
    | 'aria-describedby'
    | 'aria-expanded'
    | 'aria-controls'
  > {
  readonly tone?: ButtonTone;
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  /** Work is under way: the button keeps focus, says so, and does nothing when pressed again. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({
  tone = 'secondary',
  size = 'normal',
  icon,
  isPending = false,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...rest}
      isPending={isPending}
      className={cx(styles.button, styles[tone], size === 'small' && styles.small)}
    >
      {isPending ? <span className={styles.spin} aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {isPending && <VisuallyHidden>{t.components.working}</VisuallyHidden>}
    </AriaButton>
  );
}

export interface IconButtonProps
  extends Pick<
    AriaButtonProps,
    'onPress' | 'isDisabled' | 'id' | 'slot' | 'aria-describedby' | 'aria-pressed' | 'preventFocusOnPress'
  > {
  /** The button's name, also shown as its tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly tone?: 'quiet' | 'danger';
}

/** A button that shows only an icon. Its name appears on hover and on focus. */
export function IconButton({ label, icon, tone = 'quiet', ...rest }: IconButtonProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <AriaButton {...rest} aria-label={label} className={cx(styles.button, styles.iconOnly, styles[tone])}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Several buttons in a row that wraps. */
export function ButtonRow({
  children,
  align = 'start',
}: {
  children: ReactNode;
  align?: 'start' | 'end';
}): ReactNode {
  return <div className={cx(styles.row, align === 'end' && styles.end)}>{children}</div>;
}
