/** *Skicka nytt ärende*: a message to one citizen, from a template. */
export { SendPage } from './SendPage';
