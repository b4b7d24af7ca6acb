/** *Vårdpersonal*: accounts, roles and passwords. */
export { ChangePasswordDialog } from './ChangePasswordDialog';
export { PeoplePage } from './PeoplePage';
