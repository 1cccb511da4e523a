export * from './types';
export { editEntity } from './editEntity';
export { describeRefusal } from './describeRefusal';
export { isListField } from './values/fieldExpectation';
export { unifiedDiff } from './edit/unifiedDiff';
export {
  annotationProblem,
  type AnnotationProblem,
} from './values/annotationProblem';
export { ownKeyOf, type OwnKeyMatch } from './values/ownKeyOf';
export { entityPlaces, lintCatalog } from './lint/lintCatalog';
export { describeFinding } from './lint/describeFinding';
export * from './lint/types';
export * from './fix/types';
export { fixFor } from './fix/fixFor';
export { annotateField } from './fix/fields';
export {
  formChanges,
  type FormChanges,
  type FormFieldProblem,
} from './fix/formChanges';
export {
  catalogSchema,
  catalogSchemaText,
  type JsonSchema,
  type JsonSchemaValue,
} from './schema/catalogSchema';
