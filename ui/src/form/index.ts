/** Forms, messages and answers as the citizen sees them: used by the inbox, the builder's preview and the send view. */
export { AnswersView } from './AnswersView';
export { FormPreview, FormView } from './FormView';
export { LetterPreview, LetterView, MessageView } from './MessageView';
