/** *Mallar för invånarärende*: the unit's templates, and the builder. */
export { ImportTemplatesPage } from './exchange/ImportTemplatesPage';
export { HistoryPage } from './life/HistoryPage';
export { TemplateEditorPage } from './TemplateEditorPage';
export { TemplatesPage } from './TemplatesPage';
