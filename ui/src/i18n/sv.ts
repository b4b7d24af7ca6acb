import { citizen } from './words/citizen';
import { common, marks, navigation, roles } from './words/common';
import { components } from './words/components';
import { form } from './words/form';
import { reorder } from './words/reorder';

/**
 * Every word on the screen, grouped by feature. A feature adds its own file in `words/` and one line here; a text with a
 * value in it is a function, so that a missing value does not compile.
 */
export const t = { citizen, common, components, form, marks, navigation, reorder, roles } as const;
