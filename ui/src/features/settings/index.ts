/** *Enhet*: who the unit is and what it has decided. */
export { SettingsPage } from './SettingsPage';
