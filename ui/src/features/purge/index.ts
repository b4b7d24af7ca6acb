/** *Gallring*: what is kept until when, and the receipts of what is gone. */
export { PurgePage } from './PurgePage';
