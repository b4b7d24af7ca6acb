import { Store } from '../../../components/store';

/** A file that was dropped on the list of templates, on its way to the page that reads it. */
export const given = new Store<File | null>(null);
