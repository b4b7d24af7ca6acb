import { createContext } from 'react';
import { ANSWERED } from './faults';

/** What the ids of a form's fields begin with: a preview's are its own, or a link to a fault would lead to it. */
export const FieldIds = createContext(ANSWERED);
