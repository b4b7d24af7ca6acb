/** *Mallar för invånarärende*: the unit's templates, and the builder. */
export { TemplateEditorPage } from './TemplateEditorPage';
export { TemplatesPage } from './TemplatesPage';
