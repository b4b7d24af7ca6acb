import { bank } from './words/bank';
import { builder } from './words/builder';
import { cases } from './words/cases';
import { casework } from './words/casework';
import { citizen } from './words/citizen';
import { citizens } from './words/citizens';
import { common, marks, navigation, roles } from './words/common';
import { components } from './words/components';
import { conditions } from './words/conditions';
import { exchange } from './words/exchange';
import { form } from './words/form';
import { guidance } from './words/guidance';
import { languages } from './words/languages';
import { library } from './words/library';
import { life } from './words/life';
import { markup } from './words/markup';
import { overview } from './words/overview';
import { people } from './words/people';
import { pictures } from './words/pictures';
import { print } from './words/print';
import { purge } from './words/purge';
import { rehearsal } from './words/rehearsal';
import { reorder } from './words/reorder';
import { scores } from './words/scores';
import { selection } from './words/selection';
import { send } from './words/send';
import { settings } from './words/settings';
import { staff } from './words/staff';
import { standing } from './words/standing';
import { start } from './words/start';
import { starters } from './words/starters';
import { statistics } from './words/statistics';

/**
 * Every word on the screen, grouped by feature. A feature adds its own file in `words/` and one line here; a text with a
 * value in it is a function, so that a missing value does not compile.
 */
export const t = {
  bank,
  builder,
  cases,
  casework,
  citizen,
  citizens,
  exchange,
  common,
  components,
  conditions,
  form,
  languages,
  library,
  markup,
  life,
  guidance,
  marks,
  navigation,
  overview,
  people,
  pictures,
  print,
  purge,
  rehearsal,
  reorder,
  roles,
  scores,
  selection,
  send,
  settings,
  staff,
  standing,
  statistics,
  start,
  starters,
} as const;
